import fc from 'fast-check';
import { systemClock } from '@liggare/kernel';
import { oneOfEach } from '../testing/one-of-each.js';
import { fetchOpenApi, schemasOf, type OpenApi } from '../testing/open-api.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';
import { bodiesNear } from '../testing/schema-arbitrary.js';

/** How many bodies each route gets. */
const BODIES = 40;

describe('every route, under hostile input', () => {
  let running: RunningRegister;
  let document: OpenApi;

  beforeAll(async () => {
    running = await runRegister(systemClock);
    document = await fetchOpenApi(running.url);
  }, 60_000);

  afterAll(() => running.stop());

  it('answers 2xx or 4xx with problem details, never 5xx, and writes nothing on 4xx', async () => {
    // Real ids, so that bodies reach the rules behind the references.
    const ids = await oneOfEach(running);
    const lookup = schemasOf(document);
    const posts = Object.entries(document.paths).filter(([, path]) => path['post'] !== undefined);
    expect(posts.length).toBeGreaterThan(50);
    const seen = { accepted: 0, refused: 0 };
    for (const [path, { post }] of posts) {
      const schema = post?.requestBody?.content['application/json']?.schema;
      const target = concrete(path, ids);
      for (const body of fc.sample(bodiesNear(schema ?? {}, lookup), { numRuns: BODIES, seed: 22 })) {
        const before = await running.register.store.head();
        const response = await running.post(target, JSON.stringify(body) ?? 'null', {
          headers: { prefer: 'respond-async' },
        });
        const answer = await response.text();
        const context = `POST ${target} ${JSON.stringify(body).slice(0, 300)} → ${response.status} ${answer.slice(0, 300)}`;
        if (response.status >= 500) throw new Error(context);
        if (response.ok) {
          seen.accepted++;
          continue;
        }
        seen.refused++;
        expectProblem(response, answer, context);
        if ((await running.register.store.head()) !== before) throw new Error(`a refusal wrote: ${context}`);
      }
    }
    // A fuzz that reaches only one side proves nothing about the other.
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(500);
  }, 300_000);

  it('survives hostile queries on every GET', async () => {
    const ids = await oneOfEach(running);
    const hostile = [
      '',
      '0',
      '-1',
      '2023-02-29',
      '9'.repeat(60),
      '%00',
      'now',
      '2024-07-01T10:00:00Z',
      'a'.repeat(300),
    ];
    const gets = Object.entries(document.paths).filter(([, path]) => path['get'] !== undefined);
    for (const [path, { get }] of gets) {
      const names = (get?.parameters ?? []).filter((p) => p.in === 'query').map(({ name }) => name);
      for (const name of [...names, 'unexpected']) {
        for (const value of hostile) {
          const target = `${concrete(path, ids)}?${name}=${value === '%00' ? value : encodeURIComponent(value)}`;
          const response = await running.get(target, 'admin');
          const answer = await response.text();
          const context = `GET ${target} → ${response.status} ${answer.slice(0, 300)}`;
          if (response.status >= 500) throw new Error(context);
          if (!response.ok) expectProblem(response, answer, context);
        }
      }
    }
  }, 180_000);

  it.each([
    ['not JSON', '{', 'application/json', 400],
    ['another media type', '<a/>', 'application/xml', 415],
    ['a body too large', `{"name":"${'x'.repeat(2_000_000)}"}`, 'application/json', 413],
  ])('refuses %s', async (_what, body, type, status) => {
    const response = await running.post('/v1/parties', body, { headers: { 'content-type': type } });
    expect(response.status).toBe(status);
    expectProblem(response, await response.text(), 'malformed');
  });

  it('asks for a token, and for the right role', async () => {
    const anonymous = await fetch(new URL('/v1/persons', running.url));
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await running.post('/v1/parties', { name: 'X' }, { role: 'auditor' })).status).toBe(403);
    expect((await running.get('/v1/audit/events', 'registrar')).status).toBe(403);
  });

  it('gives the first answer to a request sent again, and refuses another under its key', async () => {
    const headers = { 'idempotency-key': 'same-key' };
    const first = await running.post('/v1/persons', { givenName: 'Ida', familyName: 'Potent' }, { headers });
    const again = await running.post('/v1/persons', { givenName: 'Ida', familyName: 'Potent' }, { headers });
    expect([again.status, again.headers.get('location'), again.headers.get('liggare-position')]).toEqual([
      201,
      first.headers.get('location'),
      first.headers.get('liggare-position'),
    ]);
    const other = await running.post('/v1/persons', { givenName: 'Eva', familyName: 'Potent' }, { headers });
    expect(other.status).toBe(422);
  });

  it('lets a writer read its own write, and holds it to the revision it saw', async () => {
    const made = await running.post('/v1/parties', { name: 'Nya partiet' });
    expect(made.headers.get('liggare-read-models')).toBe('current');
    const list = (await (await running.get('/v1/parties?limit=200')).json()) as { items: { name: string }[] };
    expect(list.items.map(({ name }) => name)).toContain('Nya partiet');
    const renames = `${made.headers.get('location')}/names`;
    const body = { name: 'Nyare partiet', from: '2025-01-01' };
    const stale = await running.post(renames, body, { headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"0"']);
    expect((await running.post(renames, body, { headers: { 'if-match': '"0"' } })).status).toBe(200);
  });
});

function concrete(path: string, ids: Record<string, string>): string {
  const collection = path.split('/')[2]!;
  return path
    .replace('{id}', ids[collection] ?? ids['persons']!)
    .replace('{point}', '1')
    .replace('{version}', '1')
    .replace('{kind}', 'member')
    .replace('{number}', '1')
    .replace('{type}', 'person')
    .replace('{position}', '1')
    .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
}

function expectProblem(response: Response, answer: string, context: string): void {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) throw new Error(`not a problem: ${context}`);
  const problem = JSON.parse(answer) as Record<string, unknown>;
  const fields = ['type', 'title', 'status', 'detail', 'instance', 'code'];
  for (const field of fields) if (problem[field] === undefined) throw new Error(`no ${field}: ${context}`);
  if (problem['status'] !== response.status) throw new Error(`another status inside: ${context}`);
}
