import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { endOf, freePort, LiggareProcess, runLiggare } from '../testing/register-processes.js';
import { RegisterPlace } from '../testing/running-register.js';

const ROWS = 3_000;

describe('kill -9 while a file is recorded', () => {
  it('continues when the API starts again, and records every row once: edge case 62', async () => {
    const place = await RegisterPlace.make();
    const port = await freePort();
    const environment = { PATH: process.env['PATH'], ...place.environment(), LIGGARE_HTTP_PORT: String(port) };
    const url = `http://127.0.0.1:${port}`;
    const api = new LiggareProcess(['serve', '--no-worker'], environment);
    const client = new pg.Client({ connectionString: place.database.url });
    try {
      api.start();
      while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) await pause(50);
      await client.connect();
      const recorded = async () => {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from event_store.event where type = 'PersonRegistered'`,
        );
        return rows[0]!.n;
      };
      const file = join(place.directory, 'personer.csv');
      const rows = Array.from({ length: ROWS }, (_, n) => `Erik;Nr${n}`);
      await writeFile(file, ['Förnamn;Efternamn', ...rows].join('\r\n'));
      const words = ['--json', 'import', '--table', 'persons', '--url', url, file];
      const tried = JSON.parse(await runLiggare(words, environment)) as { status: string; errors: number };
      expect(tried).toMatchObject({ status: 'checked', errors: 0, rows: ROWS });
      expect(await recorded()).toBe(0);

      const execution = endOf([...words, '--execute'], environment);
      while ((await recorded()) === 0) await pause(5);
      api.kill();
      expect((await execution).code).toBe(5);
      const half = await recorded();
      expect(half).toBeLessThan(ROWS);
      api.start();
      while ((await recorded()) < ROWS) await pause(20);
      const again = await runLiggare([...words, '--execute'], environment);
      expect(JSON.parse(again)).toMatchObject({ status: 'executed', events: ROWS });
      expect(await recorded()).toBe(ROWS);
    } finally {
      await api.end();
      await client.end();
      await place.remove();
    }
  }, 120_000);
});
