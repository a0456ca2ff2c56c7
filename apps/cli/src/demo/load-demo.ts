import type { Register } from '@liggare/assembly';
import { derivedId } from '@liggare/kernel';
import type { LocalIssuer } from '@liggare/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readImportFiles, type ImportFile } from '../import/import-file.js';
import { runImport, type ImportResult } from '../import/run-import.js';
import type { Progress } from '../output/progress.js';
import type { ReplayClock } from './replay-clock.js';

/** The demo's histories, in the order they are loaded. */
export const DEMO_FILES = ['item-22.json', 'chronology.json'].map((name) =>
  fileURLToPath(new URL(`../../../../demo/${name}`, import.meta.url)),
);

export interface LoadDemo {
  readonly register: Register;
  readonly clock: ReplayClock;
  readonly issuer: LocalIssuer;
  /** Address of the admin API. */
  readonly url: string;
  readonly progress: Progress;
}

/**
 * Loads the demo's histories through the admin API, each step at its own time. Runs once: a log that holds the last
 * step has them all; one that was cut off is continued.
 * @returns undefined when it was there already
 */
export async function loadDemo({
  register,
  clock,
  issuer,
  url,
  progress,
}: LoadDemo): Promise<ImportResult | undefined> {
  const files = await readImportFiles(DEMO_FILES);
  if (await isLoaded(register, files.at(-1)!)) return undefined;
  const loaded = await runImport(files, {
    url,
    token: (role) => issuer.token(`${role}-demo`, [role], '1h'),
    before: (step) => {
      if (step.at !== undefined) clock.set(step.at);
      return Promise.resolve();
    },
    after: (_step, position) => policiesPast(register, position),
    progress: (done, total) => progress.update(done, total),
  });
  clock.release();
  return loaded;
}

async function isLoaded(register: Register, file: ImportFile): Promise<boolean> {
  const last = file.steps.length - 1;
  const commandId = derivedId('command', `${file.steps[last]!.as}-demo`, `import:${file.id}:${last}`);
  const { rowCount } = await register.database.query('select from audit_trail.entry where command_id = $1', [
    commandId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** What policies make of a step is recorded at the step's own time: the clock waits for them. */
async function policiesPast(register: Register, position: bigint): Promise<void> {
  for (;;) {
    const { rows } = await register.database.query<{ position: string | null }>(
      'select min(position)::text as position from projections.policy_checkpoint',
    );
    if (BigInt(rows[0]?.position ?? '0') >= position) return;
    await pause(5);
  }
}
