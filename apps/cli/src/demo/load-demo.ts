import { slices, type Register } from '@liggare/assembly';
import { derivedId, position, START, type DemoClock, type Position } from '@liggare/kernel';
import type { LocalIssuer } from '@liggare/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readImportFiles, type ImportFile } from '../import/import-file.js';
import { runImport, type ImportResult } from '../import/run-import.js';
import type { Progress } from '../output/progress.js';

/** The demo's histories, in the order they are loaded. */
export const DEMO_FILES = ['item-22.json', 'chronology.json'].map((name) =>
  fileURLToPath(new URL(`../../../../demo/${name}`, import.meta.url)),
);

export interface LoadDemo {
  readonly register: Register;
  readonly clock: DemoClock;
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
  let reached = START;
  const loaded = await runImport(files, {
    url,
    token: (role) => issuer.token(`${role}-demo`, [role], '1h'),
    before: (step) => {
      if (step.at !== undefined) clock.set(step.at);
      return Promise.resolve();
    },
    async after(_step, at) {
      await policiesPast(register, reached, position(at));
      reached = position(at);
    },
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
async function policiesPast(register: Register, after: Position, to: Position): Promise<void> {
  const types = slices.flatMap(({ policies }) => policies.flatMap(({ handles }) => handles));
  for await (const { position: at } of register.store.readAll({ after, filter: { types } })) {
    if (at > to) return;
    while ((await policiesReached(register)) < at) await pause(5);
  }
}

async function policiesReached({ database, log }: Register): Promise<Position> {
  const { rows } = await database.query<{ position: string | null }>(
    'select min(position)::text as position from projections.policy_checkpoint where log_id = $1',
    [log.id],
  );
  return position(rows[0]?.position ?? '0');
}
