import { EmbeddedPostgres } from '@liggare/database';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort, LiggareProcess, runLiggare } from '../testing/register-processes.js';

const ROUNDS = 20;
const WRITERS = 4;

/** A small generator with a seed, so that a failing run can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('kill -9 of api, workers and PostgreSQL at random moments under load', () => {
  it('loses no acknowledged event and doubles no row, 20 rounds', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'liggare-kill-'));
    // As root the server runs as another user, who must be able to come this far.
    await chmod(directory, 0o711);
    const server = await EmbeddedPostgres.start({ directory: join(directory, 'postgres') });
    await server.ensureDatabase('register');
    const port = await freePort();
    const environment = {
      PATH: process.env['PATH'],
      DATABASE_URL: server.url('register'),
      LIGGARE_DATA_DIRECTORY: directory,
      LIGGARE_HTTP_PORT: String(port),
      LIGGARE_LOG_LEVEL: 'silent',
    };
    const url = `http://127.0.0.1:${port}`;
    const api = new LiggareProcess(['serve', '--no-worker'], environment);
    const workers = [new LiggareProcess(['worker'], environment), new LiggareProcess(['worker'], environment)];
    const all = [api, ...workers];
    const random = randomFrom(Number(process.env['LIGGARE_TEST_SEED'] ?? 22));
    try {
      const words = ['--json', 'token', '--role', 'registrar', '--subject', 'load', '--lifetime', '1h'];
      const { token } = JSON.parse(await runLiggare(words, environment)) as { token: string };
      for (const process_ of all) process_.start();
      await untilReady(url);

      const acknowledged = new Map<string, { id: string; position: string }>();
      const stopping = new AbortController();
      const load = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; !stopping.signal.aborted; n++) {
          const key = `w${writer}-${n}`;
          acknowledged.set(key, await postUntilAnswered(url, token, key));
        }
      });

      for (let round = 0; round < ROUNDS; round++) {
        await pause(200 + random() * 600);
        const victim = Math.floor(random() * 4);
        if (victim === 3) {
          await killPostgres(directory);
          await EmbeddedPostgres.start({ directory: join(directory, 'postgres') });
        } else {
          all[victim]!.kill();
          await pause(50);
          all[victim]!.start();
        }
      }
      await untilReady(url);
      stopping.abort();
      await Promise.all(load);

      await withClient(server.url('register'), async (client) => {
        await untilCaughtUp(client);
        const events = await client.query<{ position: string; party: string }>(
          `select position::text, substring(stream from 7) as party from event_store.event
           where type = 'PartyRegistered' order by position`,
        );
        const byPosition = new Map(events.rows.map(({ position, party }) => [position, party]));
        for (const { id, position } of acknowledged.values()) expect(byPosition.get(position)).toBe(id);
        // A command that was sent again after a lost answer is in the log once.
        expect(events.rows).toHaveLength(acknowledged.size);
        expect(acknowledged.size).toBeGreaterThan(ROUNDS / 4);
        const head = await client.query<{ head: string; last: string; total: string }>(
          `select (select position from event_store.head)::text as head, max(position)::text as last, count(*)::text as total
           from event_store.event`,
        );
        expect(new Set(Object.values(head.rows[0]!)).size).toBe(1);
        const rows = await client.query<{ party_id: string }>(
          'select party_id from parties.party where recorded_to is null',
        );
        expect(rows.rows.map(({ party_id }) => party_id).sort()).toEqual([...byPosition.values()].sort());
        const index = await client.query<{ n: number }>('select count(*)::int as n from audit_trail.entry');
        expect(String(index.rows[0]!.n)).toBe(head.rows[0]!.total);
      });
    } finally {
      await Promise.all(all.map((process_) => process_.end()));
      await EmbeddedPostgres.start({ directory: join(directory, 'postgres') }).then((running) => running.stop());
      await rm(directory, { recursive: true, force: true });
    }
  }, 300_000);
});

/** Sends the command until it is answered with 201, under the same key: what a careful client does. */
async function postUntilAnswered(url: string, token: string, key: string): Promise<{ id: string; position: string }> {
  for (;;) {
    const response = await fetch(`${url}/v1/parties`, {
      method: 'POST',
      signal: AbortSignal.timeout(5_000),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
        prefer: 'respond-async',
      },
      body: JSON.stringify({ name: `Parti ${key}` }),
    }).catch(() => undefined);
    if (response?.status === 201) {
      await response.body?.cancel();
      const id = response.headers.get('location')!.split('/').at(-1)!;
      return { id, position: response.headers.get('liggare-position')! };
    }
    // Anything but a lost connection or a database that is away is a defect, not a fault to be waited out.
    if (response && response.status !== 503) throw new Error(`${response.status} ${await response.text()}`);
    await pause(50);
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error('the API does not come up');
}

async function untilCaughtUp(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { rows } = await client.query<{ behind: boolean }>(
      `select bool_or(v.checkpoint < h.position) as behind from projections.projection_version v, event_store.head h
       where v.state = 'active'`,
    );
    if (rows[0]?.behind === false) return;
    await pause(100);
  }
  throw new Error('the read models do not catch up');
}

async function killPostgres(directory: string): Promise<void> {
  const pid = (await readFile(join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0];
  process.kill(Number(pid), 'SIGKILL');
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
