import { position, START, type Policy } from '@liggare/kernel';
import { PostgresPolicyCheckpoints } from './postgres-policy-checkpoints.js';
import { addLetters, LETTER, letterOf } from './testing/test-events.js';
import { TestRuntime, until } from './testing/test-runtime.js';
import { words } from './testing/words-projection.js';

interface Greeting {
  readonly greet: string;
  readonly commandId: string;
}

/** Asks for one command per letter. */
const greeter: Policy = {
  name: 'greeter',
  handles: [LETTER],
  react: (event) =>
    Promise.resolve([
      { key: 'greeting', message: ({ commandId }): Greeting => ({ greet: letterOf(event).letter, commandId }) },
    ]),
};

describe('a projection worker', () => {
  let runtime: TestRuntime;
  let sent: Greeting[];
  const dispatch = (message: object) => Promise.resolve(sent.push(message as Greeting));

  beforeEach(async () => {
    runtime = await TestRuntime.open();
    sent = [];
  });
  afterEach(() => runtime.close());

  it('carries out what policies ask for, and goes on where it was', async () => {
    const checkpoints = new PostgresPolicyCheckpoints(runtime.database);
    await addLetters(runtime.store, 'word-a', 'an');
    const first = runtime.worker([words()], { policies: [greeter], dispatch });
    await until(async () => (await checkpoints.load('greeter')) === 2n);
    await first.stop();
    await addLetters(runtime.store, 'word-a', 'na');
    runtime.worker([words()], { policies: [greeter], dispatch });
    await until(async () => (await checkpoints.load('greeter')) === 4n);
    expect(sent.map(({ greet }) => greet).join('')).toBe('anna');
  });

  it('repeats the commands of a reaction whose checkpoint was lost under the same ids', async () => {
    const checkpoints = new PostgresPolicyCheckpoints(runtime.database);
    await addLetters(runtime.store, 'word-a', 'anna');
    for (const times of [1, 2]) {
      const worker = runtime.worker([], { policies: [greeter], dispatch });
      await until(async () => sent.length === 4 * times && (await checkpoints.load('greeter')) === 4n);
      await worker.stop();
      await runtime.database.query('delete from projections.policy_checkpoint');
    }
    expect(sent).toHaveLength(8);
    expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(4);
    // A receiver that knows commands by their ids does each once.
    expect(sent.slice(4)).toEqual(sent.slice(0, 4));
  });

  it('tells which policies fail, and tries them again', async () => {
    let failing = true;
    await addLetters(runtime.store, 'word-a', 'a');
    const worker = runtime.worker([words()], {
      policies: [greeter],
      dispatch: (message) => (failing ? Promise.reject(new Error('closed')) : dispatch(message)),
    });
    await until(() => worker.status().failingPolicies.length > 0);
    expect(worker.status().failingPolicies).toMatchObject([{ policy: 'greeter', position: 1n }]);
    await runtime.caughtUp([words()]);
    failing = false;
    await until(() => sent.length === 1 && worker.status().failingPolicies.length === 0);
  });

  it('needs somebody to carry out commands when there are policies', () => {
    expect(() => runtime.worker([], { policies: [greeter] })).toThrow('policies need a dispatch');
  });

  it('loses and doubles nothing when all connections are cut off again and again', async () => {
    const projections = [words(), words({ name: 'capitals', spell: (letter) => letter.toUpperCase() })];
    const workers = [1, 2].map(() => runtime.worker(projections, { batchSize: 5 }));
    let written = '';
    for (let round = 0; round < 8; round++) {
      const letters = 'abcdefghijklmnopqrstuvwxyz'.slice(0, 10 + round);
      written += letters;
      await addLetters(runtime.store, 'word-a', letters);
      await until(() => workers.some((worker) => worker.status().leading));
      await runtime.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    }
    await runtime.caughtUp(projections);
    expect(await runtime.words()).toEqual({ 'word-a': written });
    expect(await runtime.words('capitals')).toEqual({ 'word-a': written.toUpperCase() });
    expect(await runtime.admin(projections).held()).toEqual([]);
  });
});

describe('the checkpoints of policies', () => {
  it('begin at the start, and never go back', async () => {
    const runtime = await TestRuntime.open();
    const checkpoints = new PostgresPolicyCheckpoints(runtime.database);
    expect(await checkpoints.load('greeter')).toBe(START);
    // EventStoreDB's positions do not fit into 64 bits.
    const far = position('340282366920938463463374607431768211455');
    await checkpoints.save('greeter', far);
    await checkpoints.save('greeter', position(7));
    expect(await checkpoints.load('greeter')).toBe(far);
    await runtime.close();
  });
});
