import { connect, createTestDatabase, type Database } from '@liggare/database';
import { pause } from '../pause.js';
import { until } from '../testing/test-runtime.js';
import { LeaderElection } from './leader-election.js';

describe('leader election', () => {
  let url: string;
  let database: Database;
  let drop: () => Promise<void>;
  let stop: AbortController;
  let ending: Promise<unknown>[];
  let leaders: Set<string>;
  let most: number;

  beforeEach(async () => {
    ({ url, drop } = await createTestDatabase());
    database = connect(url);
    stop = new AbortController();
    ending = [];
    leaders = new Set();
    most = 0;
  });

  afterEach(async () => {
    stop.abort();
    await Promise.all(ending);
    await database.end();
    await drop();
  });

  function campaign(name: string, own = new AbortController(), office = 'test'): AbortController {
    const election = new LeaderElection({ url, name: office, retryMs: 10, heartbeatMs: 20 });
    const work = async (signal: AbortSignal) => {
      leaders.add(name);
      most = Math.max(most, leaders.size);
      while (!signal.aborted) await pause(5, signal);
      leaders.delete(name);
    };
    ending.push(election.lead(work, AbortSignal.any([stop.signal, own.signal])));
    return own;
  }

  it('has one leader, and another when the first gives up', async () => {
    const first = campaign('first');
    await until(() => leaders.has('first'));
    campaign('second');
    campaign('third');
    // The followers have asked in vain meanwhile.
    await until(async () => {
      const { rows } = await database.query<{ n: string }>(
        `select count(*) as n from pg_stat_activity where application_name = 'liggare test leader'`,
      );
      return rows[0]!.n === '3';
    });
    first.abort();
    await until(() => leaders.has('second') || leaders.has('third'));
    expect(most).toBe(1);
  });

  it('aborts the work of a leader whose connection is cut off, and leads again', async () => {
    for (let round = 0; round < 3; round++) {
      let aborted = 0;
      let begun = 0;
      const own = new AbortController();
      const election = new LeaderElection({ url, name: `round-${round}`, retryMs: 10, heartbeatMs: 20 });
      const leading = election.lead(async (signal) => {
        begun++;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        aborted++;
      }, own.signal);
      await until(() => begun === 1);
      expect(election.leading).toBe(true);
      await database.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
        `liggare round-${round} leader`,
      ]);
      await until(() => begun === 2);
      expect(aborted).toBe(1);
      own.abort();
      await leading;
      expect(election.leading).toBe(false);
    }
  });

  it('gives the lead up when the work fails, and tries again', async () => {
    let begun = 0;
    const election = new LeaderElection({ url, name: 'test', retryMs: 10 });
    ending.push(
      election.lead(() => {
        begun++;
        return Promise.reject(new Error('not today'));
      }, stop.signal),
    );
    await until(() => begun >= 3);
    stop.abort();
    await Promise.all(ending);
    // Other databases of the server have locks of their own; ours goes when the server notices that its holder is gone.
    const held = `select from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()`;
    await until(async () => (await database.query(held)).rowCount === 0);
  });

  it('elects one for each office', async () => {
    campaign('a', undefined, 'one');
    campaign('b', undefined, 'other');
    await until(() => leaders.size === 2);
    expect([...leaders].sort()).toEqual(['a', 'b']);
  });
});
