import { exportBundle, registerReducers } from '@liggare/bundle';
import {
  leafEntry,
  leafHash,
  leafOf,
  openCheckpoint,
  parseReceipt,
  parseVerifierKey,
  verifyReceipt,
} from '@liggare/evidence';
import { position, systemClock } from '@liggare/kernel';
import { createLogger, type Role } from '@liggare/platform';
import { SignedProgress, type TransparencyStatus } from '@liggare/transparency';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegisterPlace, startRegister, type RunningRegister } from '../testing/running-register.js';

const MARKERS = ['Evaporelia', 'Glömskberg', 'evaporelia@exempel.example', 'Utplåningsvägen', '0700-881 177 42'];
const [givenName, familyName, email, street, phone] = MARKERS as [string, string, string, string, string];
const by = { authority: 'Kommunstyrelsen', legalBasis: 'Gallringsbeslut KS 2026:12' };

/** A piece of text as it could stand in a file: in the encodings that databases, tokens and dumps use. */
function forms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  // In base64, wherever in a group of three it begins.
  const shifted = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const inner = padded.subarray(shift === 0 ? 0 : 3, padded.length - (padded.length % 3));
    return [inner.toString('base64'), inner.toString('base64url')];
  });
  return [bytes, Buffer.from(text, 'utf16le'), ...[bytes.toString('hex'), ...shifted].map((form) => Buffer.from(form))];
}

describe('a person who was forgotten', () => {
  let place: RegisterPlace;
  let running: RunningRegister;
  let personId: string;
  let recordedAt: bigint;
  let receipt: string;
  const logged: string[] = [];

  const post = async (path: string, body: object, role: Role = 'admin') => {
    const response = await running.post(path, body, { role });
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    return { response, body: (await response.json()) as { id: string } };
  };
  async function bundle(name: string, disclose: 'all' | 'none'): Promise<void> {
    const { store, repository, database, keys, protection, log } = running.register;
    await new SignedProgress(database).waitFor(await store.head(), 30_000);
    const source = { store, repository, database, keys, protection, logName: log.name };
    const options = { disclose, purpose: 'revision', madeAt: '2026-11-24T09:00:00.000Z' } as const;
    await exportBundle(source, join(place.directory, 'exports', name), options);
  }
  const verified = async (name: string) => {
    const files = new FilesInDirectory(join(place.directory, 'exports', name));
    return (await verifyBundle(files, { reducers: registerReducers })).levels.map(({ status }) => status);
  };
  // Incomplete only in that the auditor brought no policy of their own.
  const holds = ['ok', 'ok', 'ok', 'incomplete', 'ok', 'ok', 'ok', 'ok', 'not-run'];

  /** Files below a directory in which one of the patterns stands. */
  async function holding(directory: string, patterns: readonly Buffer[]): Promise<readonly string[]> {
    const found: string[] = [];
    // What others remove while we look was not ours.
    const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (patterns.some((pattern) => bytes.includes(pattern))) found.push(path);
    }
    return found;
  }

  /** Directories for temporary files, ours and of others that run beside us. */
  const temporary = async () =>
    (await readdir(tmpdir(), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && entry.name.startsWith('liggare-'))
      .map(({ name }) => join(tmpdir(), name));

  beforeAll(async () => {
    place = await RegisterPlace.make();
    const logger = createLogger('debug', { write: (line: string) => void logged.push(line) });
    running = await startRegister(place.configuration(), systemClock, logger);
    const contact = { email, phone, postalAddress: `${street} 7` };
    const made = await post('/v1/persons', { givenName, familyName, contact }, 'registrar');
    personId = made.body.id;
    recordedAt = BigInt(made.response.headers.get('liggare-position')!);
    await post(`/v1/persons/${personId}/names`, { givenName, familyName: 'Nyberg', from: '2026-01-01' }, 'registrar');
    await running.get(`/v1/persons?q=${familyName}`, 'registrar');
    await running.post(`/v1/persons/${personId}/names`, { givenName: 7, familyName }, { role: 'registrar' });
    await new SignedProgress(running.register.database).waitFor(await running.register.store.head(), 30_000);
    receipt = await (await running.get(made.response.headers.get('liggare-receipt')!)).text();
    await bundle('before', 'none');
  }, 60_000);

  afterAll(async () => {
    await running.stop();
    await place.remove();
  });

  it('leaves no byte of what was said of them in any file: database, its log, read models, exports, keys, temporary files', async () => {
    const request = { subjectId: personId, ground: 'disposal-decision', text: `Gallra ${givenName} ${familyName}` };
    const { id } = (await post('/v1/erasures', request)).body;
    await post(`/v1/erasures/${id}/executions`, by);
    await bundle('after', 'all');

    const { database } = running.register;
    await database.query('checkpoint');
    const { rows } = await database.query<{ data_directory: string }>('show data_directory');
    const server = rows[0]!.data_directory;
    const sample = await database.query<{ path: string }>(`select pg_relation_filepath('keys.subject_key') as path`);
    // The search sees what is there: the id of the person stands in the table of keys.
    expect(await holding(server, [Buffer.from(personId)])).toContain(join(server, sample.rows[0]!.path));
    const patterns = MARKERS.flatMap(forms);
    for (const directory of [server, place.directory, ...(await temporary())]) {
      expect([directory, await holding(directory, patterns)]).toEqual([directory, []]);
    }
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((line) => patterns.some((pattern) => line.includes(pattern.toString())))).toEqual([]);
  }, 120_000);

  it('leaves every proof: old receipts and bundles verify, and so do new ones', async () => {
    const { store, log } = running.register;
    const { keys } = (await (await fetch(`${running.url}/v1/evidence`)).json()) as TransparencyStatus;
    const policy = { logs: keys.map(({ vkey }) => parseVerifierKey(vkey)), witnesses: new Map() };
    const parsed = parseReceipt(receipt);
    for await (const event of store.readAll({ after: position(recordedAt - 1n), limit: 1 })) {
      const { text } = openCheckpoint(parsed.checkpoint, policy);
      verifyReceipt(parsed, leafHash(leafEntry(leafOf(event, log.name))), text);
    }
    expect(await verified('before')).toEqual(holds);
    expect(await verified('after')).toEqual(holds);
  });
});
