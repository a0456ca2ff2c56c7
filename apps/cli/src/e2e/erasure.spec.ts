import { commit, opens, seal, unseal } from '@liggare/evidence';
import { civilDateAt, systemClock, type Commitment, type RecordedEvent } from '@liggare/kernel';
import { contactSubject } from '@liggare/people';
import type { Role } from '@liggare/platform';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

const MARKERS = ['Markurella', 'Spökberg', 'spok@exempel.example', 'Gengångarstigen'];
const [givenName, familyName, email, street] = MARKERS as [string, string, string, string];
const by = { authority: 'Kommunstyrelsen', legalBasis: 'Gallringsbeslut KS 2026:12' };

describe('forgetting a person, over HTTP', () => {
  let running: RunningRegister;
  let personId: string;
  let erasureId: string;
  let before: readonly RecordedEvent[];
  /** What an auditor was shown while it could be shown. */
  let disclosure: string;
  let secrets: readonly string[];

  const post = async (path: string, body: object, role: Role = 'admin') => {
    const response = await running.post(path, body, { role });
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown> & { id: string };
  };
  const read = async (path: string, role: Role = 'admin') =>
    (await (await running.get(path, role)).json()) as Record<string, unknown>;

  async function log(): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of running.register.store.readAll()) events.push(event);
    return events;
  }

  /** Every row of every table of every schema, as text. */
  async function everyRow(): Promise<readonly string[]> {
    const { database } = running.register;
    const { rows: tables } = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      const content = await database.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`);
      rows.push(...content.rows.map(({ line }) => `${name} ${line}`));
    }
    return rows;
  }

  beforeAll(async () => {
    running = await runRegister(systemClock);
    const { database } = running.register;
    const contact = { email, postalAddress: `${street} 7` };
    personId = (await post('/v1/persons', { givenName, familyName, contact }, 'registrar')).id;
    await post(`/v1/persons/${personId}/deaths`, { on: '2024-01-19' }, 'registrar');
    const { deathId } = (await read(`/v1/persons/${personId}`))['death'] as { deathId: string };
    await post(`/v1/persons/${personId}/deaths/${deathId}/retractions`, { reason: `Fel ${familyName}` }, 'registrar');
    const request = { subjectId: personId, ground: 'disposal-decision', text: `Gallra ${givenName}` };
    erasureId = (await post('/v1/erasures', request)).id;

    before = await log();
    const key = (await running.register.keys.forReading([`${personId}/1`])).get(`${personId}/1`) as Uint8Array;
    const { rows } = await database.query<{ wrapped: Buffer }>(
      'select wrapped from keys.subject_key where subject = $1',
      [personId],
    );
    secrets = [Buffer.from(key), rows[0]!.wrapped].flatMap((bytes) => [
      bytes.toString('hex'),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ]);
    const [{ eventId: event, metadata }] = before as readonly [RecordedEvent];
    disclosure = unseal(metadata.sealed!['/givenName']!, key, {
      event,
      log: running.register.log.name,
      ptr: '/givenName',
    });
    expect((await everyRow()).filter((row) => row.includes(secrets[3]!))).not.toEqual([]);
  }, 60_000);

  afterAll(() => running.stop());

  it('edge case 56: is asked by administrators, seen by auditors, and by nobody else', async () => {
    const sent = { subjectId: personId, ground: 'gdpr-17-1-a' };
    for (const role of ['registrar', 'coordinator', 'auditor', 'bi'] as const)
      expect([role, (await running.post('/v1/erasures', sent, { role })).status]).toEqual([role, 403]);
    for (const [role, status] of [
      ['auditor', 200],
      ['registrar', 403],
      ['bi', 403],
    ] as const)
      expect([role, (await running.get(`/v1/erasures/${erasureId}`, role)).status]).toEqual([role, status]);
  });

  it('edge case 56: may be refused because the archive must keep the record; then nothing is lost', async () => {
    const { id } = await post('/v1/erasures', { subjectId: personId, ground: 'gdpr-17-1-a' });
    const refusal = { ground: 'gdpr-17-3-d', authority: 'Kommunstyrelsen' };
    expect(await post(`/v1/erasures/${id}/refusals`, refusal)).toMatchObject({ status: 'refused', refusal });
    expect((await running.post(`/v1/erasures/${id}/executions`, by, { role: 'admin' })).status).toBe(422);
    expect(await read(`/v1/persons/${personId}`)).toMatchObject({ givenName, familyName });
  });

  it('leaves no byte of the name and no key in any table', async () => {
    expect(await read(`/v1/erasures/${erasureId}`)).toMatchObject({ status: 'requested', text: `Gallra ${givenName}` });
    const executed = await post(`/v1/erasures/${erasureId}/executions`, by);
    expect(executed).toMatchObject({
      ...{ status: 'executed', text: { withheld: 'erased' } },
      execution: {
        ...by,
        keys: [
          { keyId: `${personId}/1`, affectedCount: 4 },
          { keyId: `${contactSubject(personId)}/1`, affectedCount: 2 },
        ],
      },
    });
    const rows = await everyRow();
    expect(rows.length).toBeGreaterThan(20);
    const forms = MARKERS.flatMap((marker) => {
      const bytes = Buffer.from(marker);
      return [
        marker,
        bytes.toString('hex'),
        bytes.toString('base64').slice(0, -4),
        bytes.toString('base64url').slice(0, -4),
      ];
    });
    for (const trace of [...forms, ...secrets]) {
      expect([trace, rows.filter((row) => row.includes(trace))]).toEqual([trace, []]);
    }
  });

  it('leaves the log and what it committed to: what an auditor was shown once still opens it', async () => {
    const after = await log();
    expect(after.slice(0, before.length)).toEqual(before);
    const { givenName: committed } = after[0]!.data as { givenName: Commitment };
    expect(opens(disclosure, committed._sd)).toBe(true);
    expect(opens(commit('/givenName', givenName).disclosure, committed._sd)).toBe(false);
  });

  it('shows erased wherever the name stood, and finds nobody by it', async () => {
    const erased = { withheld: 'erased' };
    expect(await read(`/v1/persons/${personId}`)).toMatchObject({
      ...{ givenName: erased, familyName: erased, contact: { email: erased, postalAddress: erased } },
      history: { names: [{ givenName: erased, familyName: erased }] },
    });
    expect(await read(`/v1/persons?q=${givenName}`)).toMatchObject({ items: [] });
    expect(await read('/v1/persons')).toMatchObject({ items: [{ id: personId, givenName: erased }] });
  });

  it('records nothing more of the person', async () => {
    const name = { givenName: 'Ny', familyName: 'Namnberg', from: '2026-01-01' };
    const refused = await running.post(`/v1/persons/${personId}/names`, name);
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'subject-erased' }]);
  });

  it('a ciphertext made under a key of one’s own does not bring the name back', async () => {
    const { database, log: identity } = running.register;
    const [{ eventId: event, data }] = before as readonly [RecordedEvent];
    const { _sd: digest } = (data as { givenName: Commitment }).givenName;
    const forged = seal(disclosure, `${personId}/1`, Buffer.alloc(32, 7), {
      event,
      log: identity.name,
      ptr: '/givenName',
    });
    await database.query('update sealed_values.sealed_value set nonce = $2, ciphertext = $3 where sd = $1', [
      ...[digest, forged.n, forged.ct],
    ]);
    expect(await read(`/v1/persons/${personId}`)).toMatchObject({ givenName: { withheld: 'erased' } });
  });

  it('is complete when the last backup is gone, and listed as that', async () => {
    const on = civilDateAt(systemClock.now());
    expect(await post(`/v1/erasures/${erasureId}/completions`, { on })).toMatchObject({ completedOn: on });
    expect(await read('/v1/erasures', 'auditor')).toMatchObject({
      items: [{ status: 'refused' }, { id: erasureId, subjectId: personId, status: 'completed' }],
    });
  });
});
