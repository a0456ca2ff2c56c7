import { exportBundle, registerReducers } from '@liggare/bundle';
import type { Role } from '@liggare/platform';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesOf, entitiesOf, type Entities } from '../testing/every-address.js';
import { fetchOpenApi, type OpenApi } from '../testing/open-api.js';
import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

const [givenName, familyName, formerName, email] = ['Skuggalva', 'Dolderud', 'Osynsberg', 'skugga@exempel.example'];
const MARKERS = [givenName, familyName, formerName, email];
const hidden = { withheld: 'protected' };
const purpose = { 'liggare-purpose': 'KS-2026/117' };

describe('edge case 53: an identity that is protected after it was published', () => {
  let running: RunningRegister;
  let document: OpenApi;
  let entities: Entities;
  let personId: string;
  let duplicateId: string;
  let place: string;
  let published: { readonly tag: string; readonly head: bigint };

  const post = async (path: string, body: object, role: Role = 'registrar') => {
    const response = await running.post(path, body, { role });
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown> & { id: string };
  };
  const person = async (role: Role, headers: Record<string, string> = {}, id = personId) =>
    (await (await running.get(`/v1/persons/${id}`, role, headers)).json()) as Record<string, unknown>;

  /** Addresses of the API whose answer has a marker in it, for a role. */
  async function showing(role: Role, headers: Record<string, string> = {}): Promise<readonly string[]> {
    const positions = Array.from({ length: 12 }, (_, n) => String(published.head - BigInt(n)));
    const found: string[] = [];
    for (const [path, { get }] of Object.entries(document.paths)) {
      const roles = get && ((get['x-roles'] ?? ['auditor']) as readonly Role[]);
      if (!roles?.includes(role)) continue;
      const asked = addressesOf(path, entities, positions).flatMap((target) => {
        const and = target.includes('?') ? '&' : '?';
        return path.startsWith('/v1/persons') ? [target, `${target}${and}knownAt=${published.head}`] : [target];
      });
      for (const target of asked) {
        const text = await (await running.get(target, role, headers)).text();
        if (MARKERS.some((marker) => text.includes(marker))) found.push(path);
      }
    }
    return [...new Set(found)];
  }

  async function bundle(name: string): Promise<string> {
    const { store, repository, database, keys, protection, log } = running.register;
    const source = { store, repository, database, keys, protection, logName: log.name };
    const options = { disclose: 'all', purpose: 'revision', madeAt: '2026-11-24T09:00:00.000Z' } as const;
    await exportBundle(source, join(place, name), options);
    return readFile(join(place, name, 'events.jsonl'), 'utf8');
  }

  /** What a disclosure hides is in base64url: open it. */
  const opened = (lines: string) =>
    [...lines.matchAll(/"([A-Za-z0-9_-]{40,})"/g)].map(([, text]) => Buffer.from(text!, 'base64url').toString()).join();

  beforeAll(async () => {
    ({ running } = await runDemo());
    document = await fetchOpenApi(running.url);
    place = await mkdtemp(join(tmpdir(), 'liggare-protected-'));
    const [groupId, partyId] = await Promise.all(
      ['groups', 'parties'].map(async (kind) => {
        const list = (await (await running.get(`/v1/${kind}`)).json()) as { items: readonly { id: string }[] };
        return list.items[0]!.id;
      }),
    );
    personId = (await post('/v1/persons', { givenName, familyName: formerName, contact: { email } })).id;
    await post(`/v1/persons/${personId}/names`, { givenName, familyName, from: '2022-01-01' });
    const appointment = { kind: 'substitute', personId, nominatingPartyId: partyId, from: '2024-01-01' };
    await post(`/v1/groups/${groupId}/appointments`, appointment);
    duplicateId = (await post('/v1/persons', { givenName, familyName })).id;
    await post(`/v1/persons/${personId}/merges`, { mergedId: duplicateId, reason: 'Samma person' });
    entities = await entitiesOf(running);
    const tag = (await running.get(`/v1/persons/${personId}`, 'registrar')).headers.get('etag')!;
    published = { tag, head: await running.register.store.head() };
  }, 180_000);

  afterAll(async () => {
    await running.stop();
    await rm(place, { recursive: true, force: true });
  });

  it('was shown in many places before', async () => {
    expect((await showing('auditor')).length).toBeGreaterThan(5);
    expect(opened(await bundle('before'))).toContain(formerName);
  }, 120_000);

  it('is masked in every answer to every role, now and as known before; events are unchanged', async () => {
    const events: unknown[] = [];
    for await (const event of running.register.store.readAll()) events.push(event);
    await post(`/v1/persons/${personId}/protections`, { kind: 'confidentiality-marking', from: '2026-11-01' });
    expect(await person('registrar')).toMatchObject({ protected: true, givenName: hidden, contact: { email: hidden } });
    expect(await person('registrar', {}, duplicateId)).toMatchObject({ givenName: hidden });
    for (const role of ['registrar', 'auditor', 'admin', 'bi'] as const) {
      expect([role, await showing(role)]).toEqual([role, []]);
    }
    let at = 0;
    for await (const event of running.register.store.readAll({ limit: events.length })) {
      expect(event).toEqual(events[at++]);
    }
  }, 240_000);

  it('is not confirmed from a cache of the reader’s, and not found by name', async () => {
    const again = await running.get(`/v1/persons/${personId}`, 'registrar', { 'if-none-match': published.tag });
    expect([again.status, again.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const name of [familyName, formerName]) {
      const found = (await (await running.get(`/v1/persons?q=${name}`, 'registrar')).json()) as { items: unknown[] };
      expect(found.items).toEqual([]);
    }
  });

  it('is withheld from bundles, and the bundle verifies', async () => {
    const lines = await bundle('after');
    for (const marker of MARKERS) expect(opened(lines)).not.toContain(marker);
    expect(lines).toContain('"why":"withheld"');
    const verdict = await verifyBundle(new FilesInDirectory(join(place, 'after')), { reducers: registerReducers });
    // Incomplete only in that the auditor brought no policy of their own.
    expect(verdict.levels.map(({ status }) => status)).toEqual([
      'ok',
      'ok',
      'ok',
      'incomplete',
      'ok',
      'ok',
      'ok',
      'ok',
      'not-run',
    ]);
  });

  it('is shown to who may unmask, for a matter; nobody else gets it by naming one', async () => {
    expect(await person('admin', purpose)).toMatchObject({ givenName, familyName, contact: { email } });
    expect(await person('admin')).toMatchObject({ givenName: hidden });
    expect(await person('registrar', purpose)).toMatchObject({ givenName: hidden });
    const malformed = await running.get(`/v1/persons/${personId}`, 'admin', { 'liggare-purpose': 'Anna frågade' });
    expect([malformed.status, await malformed.json()]).toMatchObject([
      400,
      { errors: [{ pointer: 'Liggare-Purpose', code: 'malformed-header' }] },
    ]);
  });

  it('is shown again when the protection was lifted', async () => {
    expect((await running.post(`/v1/persons/${personId}/protection-ends`, {}, { role: 'registrar' })).status).toBe(403);
    await post(`/v1/persons/${personId}/protection-ends`, {}, 'admin');
    expect(await person('registrar')).toMatchObject({ givenName, familyName });
  });
});
