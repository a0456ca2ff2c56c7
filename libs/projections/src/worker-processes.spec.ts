import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addLetters } from './testing/test-events.js';
import { TableEventStore } from './testing/table-event-store.js';
import { TestRuntime, until } from './testing/test-runtime.js';
import { words } from './testing/words-projection.js';

const program = fileURLToPath(new URL('../dist/testing/words-worker.js', import.meta.url));
const projections = [words(), words({ name: 'capitals', spell: (letter) => letter.toUpperCase() })];

describe('worker processes', () => {
  let runtime: TestRuntime;
  let processes: { readonly child: ChildProcess; leads: boolean }[];

  beforeAll(() => {
    if (!existsSync(program)) throw new Error('libs/projections is not built: run "npm run build" first');
  });

  beforeEach(async () => {
    runtime = await TestRuntime.open((database) => new TableEventStore(database));
    await (runtime.store as TableEventStore).lay();
    processes = [];
  });

  afterEach(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await runtime.close();
  });

  function start(): void {
    const child = spawn(process.execPath, [program, runtime.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const one = { child, leads: false };
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('this process leads')) one.leads = true;
    });
    child.on('exit', () => (processes = processes.filter((other) => other !== one)));
    processes.push(one);
  }

  it('lead one at a time; kill -9 of the leader under load loses and doubles nothing', async () => {
    start();
    start();
    let written = '';
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (let round = 0; round < 6; round++) {
      await until(() => processes.some(({ leads }) => leads));
      expect(processes.filter(({ leads }) => leads)).toHaveLength(1);
      const leader = processes.find(({ leads }) => leads)!;
      // The leader dies while it is at work on these, at another place each round.
      const goal = 3 + round * 11;
      const head = await runtime.store.head();
      for (let n = 0; n < 4; n++) {
        await addLetters(runtime.store, `word-${n}`, letters);
      }
      written += letters;
      await until(async () => {
        const { rows } = await runtime.database.query<{ reached: boolean }>(
          `select coalesce(max(checkpoint), 0) >= $1 as reached from projections.projection_version`,
          [head + BigInt(goal)],
        );
        return rows[0]!.reached;
      });
      leader.child.kill('SIGKILL');
      await until(() => !processes.includes(leader));
      start();
    }
    await runtime.caughtUp(projections);
    const expected = Object.fromEntries([0, 1, 2, 3].map((n) => [`word-${n}`, written]));
    expect(await runtime.words()).toEqual(expected);
    expect(await runtime.words('capitals')).toEqual(
      Object.fromEntries(Object.entries(expected).map(([stream, word]) => [stream, word.toUpperCase()])),
    );
  });
});
