import 'reflect-metadata';
import { EventIdConflict, InvalidEvent, Refusal, WrongExpectedRevision } from '@liggare/kernel';
import { fault } from '../testing/notes.controller.js';
import { TinyRegister, type Sending } from '../testing/tiny-register.js';
import { PROBLEMS } from './catalogue.js';
import type { ProblemDocument } from './problem-document.js';

const BODY = { text: 'Amanda ringde', on: '2024-07-01' };
const SECRET = 'Hemlige Arne';

describe('a problem', () => {
  let register: TinyRegister;
  beforeAll(async () => void (register = await TinyRegister.start()));
  afterAll(() => register.stop());
  afterEach(() => {
    delete fault.thrown;
    register.logged.length = 0;
  });

  const post = (more: Partial<Sending> = {}) =>
    register.send({ method: 'POST', url: '/v1/notes', body: BODY, ...more });

  async function thrown(error: unknown): Promise<{ status: number; problem: ProblemDocument; headers: object }> {
    fault.thrown = error;
    const answer = await post();
    return { status: answer.statusCode, problem: answer.json<ProblemDocument>(), headers: answer.headers };
  }

  it('has all that RFC 9457 and the house ask for', async () => {
    const answer = await post({
      body: { ...BODY, text: 'forbidden' },
      headers: { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00` },
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json<ProblemDocument>()).toEqual({
      type: '/problems/rule-broken',
      title: PROBLEMS['rule-broken'].sv,
      status: 422,
      detail: 'the text is forbidden',
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      code: 'forbidden-text',
      traceId: 'a'.repeat(32),
      errors: [{ pointer: '/text', code: 'forbidden-text', detail: 'the text is forbidden' }],
    });
  });

  it.each([
    ['sv', undefined],
    ['en', 'en'],
    ['en', 'en-GB,en;q=0.9'],
    ['sv', 'sv-SE,sv;q=0.9,en;q=0.8'],
    ['en', 'de, en;q=0.7, sv;q=0.3'],
    ['sv', 'fr'],
    ['sv', 'en;q=0'],
  ] as const)('is told in %s to who accepts %s', async (language, accepted) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    const answer = await register.send({ url: '/v1/nowhere', headers });
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.json<ProblemDocument>().title).toBe(PROBLEMS['not-found'][language]);
  });

  it('has an address that explains it, to people and to programs', async () => {
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const page = await register.send({ url: `/problems/${code}`, token: '', headers: { accept: 'text/html' } });
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.body).toContain(PROBLEMS[code].help.sv);
      expect(page.body).toContain(PROBLEMS[code].help.en);
      const told = await register.send({ url: `/problems/${code}`, token: '' });
      expect(told.json()).toMatchObject({ code, status: PROBLEMS[code].status });
    }
    expect((await register.send({ url: '/problems/toString', token: '' })).statusCode).toBe(404);
  });

  it.each([
    ['a rule about what was sent', new Refusal('from-after-to', 'x'), 422, 'from-after-to'],
    ['a rule about what there is', new Refusal('already-exists', 'x'), 409, 'already-exists'],
    ['a seat that is taken', new Refusal('seat-taken', 'x'), 409, 'seat-taken'],
    ['writers that were faster too often', new WrongExpectedRevision('note-1', 3n, 4n), 409, 'state-conflict'],
    ['event ids of another place', new EventIdConflict('note-1'), 409, 'state-conflict'],
    [
      'a field that only the event catalogue refuses',
      new InvalidEvent('NoteWritten', '/on', 'x'),
      422,
      'invalid-fields',
    ],
    ['a defect of our own metadata', new InvalidEvent('metadata', '/actor', 'x'), 500, 'internal-error'],
    ['a database that is shutting down', Object.assign(new Error(SECRET), { code: '57P01' }), 503, 'unavailable'],
    ['a database that is gone', Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }), 503, 'unavailable'],
    ['an event store that is gone', Object.assign(new Error(SECRET), { code: 14 }), 503, 'unavailable'],
    [
      'an append without an answer',
      Object.assign(new Error(SECRET), { name: 'AppendOutcomeUnknown' }),
      503,
      'unavailable',
    ],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 503, 'unavailable'],
    ['anything else', Object.assign(new Error(SECRET), { detail: SECRET, code: '23505' }), 500, 'internal-error'],
    ['something that is no error', SECRET, 500, 'internal-error'],
  ])('tells of %s', async (_what, error, status, code) => {
    const answer = await thrown(error);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(JSON.stringify([answer, register.logged])).not.toContain(SECRET);
    expect(register.logged.some((line) => 'err' in line)).toBe(status >= 500 || error instanceof InvalidEvent);
    if (status === 503) expect(answer.headers).toMatchObject({ 'retry-after': '2' });
  });

  it.each([
    ['malformed JSON', { payload: `{"text": "${SECRET}`, headers: { 'content-type': 'application/json' } }, 400],
    ['no body', { body: undefined }, 422],
    ['an empty body', { payload: '', headers: { 'content-type': 'application/json' } }, 400],
    ['a prototype', { payload: '{"__proto__": {"a": 1}}', headers: { 'content-type': 'application/json' } }, 400],
    ['XML', { payload: `<text>${SECRET}</text>`, headers: { 'content-type': 'application/xml' } }, 415],
    ['a form', { payload: `text=${SECRET}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text', { payload: SECRET, headers: { 'content-type': 'text/plain' } }, 415],
    ['another JSON', { payload: '{}', headers: { 'content-type': 'application/jsonx' } }, 415],
    ['too much', { body: { text: 'x'.repeat(1_100_000) } }, 413],
    [
      'nesting without end',
      {
        payload: '{"text":'.repeat(20_000) + '1' + '}'.repeat(20_000),
        headers: { 'content-type': 'application/json' },
      },
      400,
    ],
    ['wide nesting', { body: { marks: Array.from({ length: 50_000 }, () => [[]]) } }, 422],
    ['a list', { body: [BODY] }, 422],
    ['null', { payload: 'null', headers: { 'content-type': 'application/json' } }, 422],
    ['an address that is none', { url: '/v1/%zz' }, 400],
    ['an address with a NUL', { url: '/v1/notes?%00' }, 400],
    ['an address that leads nowhere', { url: `/v1/${'x'.repeat(5_000)}` }, 404],
    ['an id that is none', { url: '/v1/notes/7/texts' }, 400],
  ])('answers %s without a fault, and echoes nothing', async (_what, sending, status) => {
    const answer = await register.send({
      method: 'POST',
      url: '/v1/notes',
      ...(!('payload' in sending) && { body: BODY }),
      ...sending,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json<ProblemDocument>()).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    });
    expect(answer.body).not.toContain(SECRET);
    expect(register.logged.filter((line) => 'err' in line)).toEqual([]);
  });
});
