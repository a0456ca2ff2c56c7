import { CommandFailed, EXIT } from '../exit-codes.js';
import { resolveReferences, type ImportFile, type ImportStep } from './import-file.js';

export interface ImportTarget {
  /** Base address of the admin API, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** A bearer token for the role. */
  token(role: ImportStep['as']): Promise<string>;
  /** Called before and after each step; the demo moves its clock and waits for policies here. */
  before?(step: ImportStep): Promise<void>;
  after?(step: ImportStep, position: bigint): Promise<void>;
  progress?(done: number, total: number): void;
}

export interface ImportResult {
  readonly steps: number;
  /** Ids by the names the files gave them. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Sends every step of the files to the admin API, in order. Each has an idempotency key of its own, so an import that
 * was cut off is simply run again: what was recorded stays, the rest follows.
 * @throws CommandFailed at the first step that is refused, with the API's own problem text
 */
export async function runImport(files: readonly ImportFile[], target: ImportTarget): Promise<ImportResult> {
  const ids = new Map<string, string>();
  const steps = files.flatMap((file) => file.steps.map((step, index) => ({ file, step, index })));
  for (const [done, { file, step, index }] of steps.entries()) {
    await target.before?.(step);
    const { id, position } = await send(file, index, step, ids, target);
    if (step.ref !== undefined) ids.set(step.ref, id);
    await target.after?.(step, position);
    target.progress?.(done + 1, steps.length);
  }
  return { steps: steps.length, ids };
}

async function send(
  file: ImportFile,
  index: number,
  step: ImportStep,
  ids: ReadonlyMap<string, string>,
  target: ImportTarget,
): Promise<{ id: string; position: bigint }> {
  const path = resolveReferences(step.post, ids);
  const response = await fetch(new URL(path, target.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await target.token(step.as)}`,
      'idempotency-key': `import:${file.id}:${index}`,
      // Later steps refer to the log, not to read models; nobody needs to wait for those.
      prefer: 'respond-async',
    },
    body: JSON.stringify(resolveReferences(step.body, ids)),
  }).catch((cause: unknown) => {
    throw new CommandFailed(`${target.url} does not answer: ${String(cause)}`, EXIT.unavailable);
  });
  if (!response.ok) {
    const problem = await response.text();
    throw new CommandFailed(`step ${index} (${step.post}) was answered ${response.status}: ${problem}`, EXIT.refused);
  }
  const location = response.headers.get('location') ?? path;
  await response.body?.cancel();
  return {
    id: location.slice(location.lastIndexOf('/') + 1),
    position: BigInt(response.headers.get('liggare-position') ?? '0'),
  };
}
