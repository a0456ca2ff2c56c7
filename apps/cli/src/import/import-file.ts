import { readFile } from 'node:fs/promises';
import { instant, type Instant } from '@liggare/kernel';
import { CommandFailed, EXIT } from '../exit-codes.js';

/**
 * One call to the admin API. Strings of the form `@name` in `post` and `body` are replaced by the id of the thing that
 * the step with that `ref` made.
 */
export interface ImportStep {
  /** When the register is said to have learned it. Only a log under a demo clock can take this. */
  readonly at?: Instant;
  readonly as: 'registrar' | 'coordinator';
  readonly ref?: string;
  readonly post: string;
  readonly body: unknown;
}

/** A history to load: `liggare import FILE`. The format is described in docs/users/import.md. */
export interface ImportFile {
  readonly format: 'liggare-import/1';
  /** Names the import for ever: its steps' idempotency keys begin with it. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly ImportStep[];
}

/** Files that are loaded one after the other: a later one may refer to what an earlier one makes. */
export async function readImportFiles(paths: readonly string[]): Promise<readonly ImportFile[]> {
  const known = new Set<string>();
  const files: ImportFile[] = [];
  for (const path of paths) files.push(await readImportFile(path, known));
  return files;
}

/** @throws CommandFailed naming the step and the rule. */
async function readImportFile(path: string, known: Set<string>): Promise<ImportFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailed(`cannot read ${path}`, EXIT.notFound);
  });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new CommandFailed(`${path} is not JSON`, EXIT.refused);
  }
  return checkImportFile(file, known);
}

/** @param known names made by earlier files; those of this file are added */
export function checkImportFile(file: unknown, known = new Set<string>()): ImportFile {
  const { format, id, title, steps } = (file ?? {}) as Record<string, unknown>;
  if (format !== 'liggare-import/1') throw refused('format', 'must be "liggare-import/1"');
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,64}$/.test(id))
    throw refused('id', 'must be a-z, 0-9 and -, at most 64');
  if (typeof title !== 'string') throw refused('title', 'must be a text');
  if (!Array.isArray(steps) || steps.length === 0) throw refused('steps', 'must be a list with at least one step');
  return { format, id, title, steps: steps.map((step, index) => checkStep(step, index, known)) };
}

function checkStep(step: unknown, index: number, known: Set<string>): ImportStep {
  const where = `steps/${index}`;
  const { at, as, ref, post, body } = (step ?? {}) as Record<string, unknown>;
  if (as !== 'registrar' && as !== 'coordinator') throw refused(`${where}/as`, 'must be registrar or coordinator');
  if (typeof post !== 'string' || !post.startsWith('/v1/')) throw refused(`${where}/post`, 'must begin with /v1/');
  if (ref !== undefined && typeof ref !== 'string') throw refused(`${where}/ref`, 'must be a text');
  for (const name of referencesIn([post, body])) {
    if (!known.has(name)) throw refused(where, `refers to @${name}, which no earlier step makes`);
  }
  if (ref !== undefined) {
    if (known.has(ref)) throw refused(`${where}/ref`, `@${ref} is made twice`);
    known.add(ref);
  }
  return {
    as,
    post,
    body,
    ...(ref === undefined ? {} : { ref }),
    ...(at === undefined ? {} : { at: readInstant(at, where) }),
  };
}

function readInstant(at: unknown, where: string): Instant {
  try {
    return instant(String(at));
  } catch {
    throw refused(`${where}/at`, 'must be an RFC 3339 date-time with offset');
  }
}

const REFERENCE = /^@([A-Za-z0-9.-]+)$/;
const PATH_REFERENCE = /(?<=\/)@([A-Za-z0-9.-]+)/g;

/** The names behind the `@` in a path or anywhere inside a body. */
function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const whole = REFERENCE.exec(value);
    if (whole) return [whole[1]!];
    return value.startsWith('/v1/') ? [...value.matchAll(PATH_REFERENCE)].map((match) => match[1]!) : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

/** The same value with every `@name` replaced by its id. */
export function resolveReferences<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') {
    const whole = REFERENCE.exec(value);
    if (whole) return (ids.get(whole[1]!) ?? value) as T;
    return (
      value.startsWith('/v1/') ? value.replace(PATH_REFERENCE, (_, name: string) => ids.get(name) ?? name) : value
    ) as T;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => resolveReferences(item, ids)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveReferences(item, ids)])) as T;
}

function refused(field: string, rule: string): CommandFailed {
  return new CommandFailed(`import file: ${field} ${rule}`, EXIT.refused);
}
