import 'reflect-metadata';
import { fault, type NoteView } from '../testing/notes.controller.js';
import { TinyRegister, type Sending } from '../testing/tiny-register.js';
import { position, type RecordedEvent } from '@liggare/kernel';

const BODY = { text: 'Amanda ringde', on: '2024-07-01' };

describe('a command over HTTP', () => {
  let register: TinyRegister;
  beforeEach(async () => void (register = await TinyRegister.start()));
  afterEach(() => register.stop());

  const post = (more: Partial<Sending> = {}) =>
    register.send({ method: 'POST', url: '/v1/notes', body: BODY, ...more });

  async function log(): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of register.store.readAll()) events.push(event);
    return events;
  }

  it('answers with the resource, where it is, its revision and its place in the log', async () => {
    const answer = await post();
    expect(answer.statusCode).toBe(201);
    expect(answer.json<NoteView>()).toEqual({ texts: ['Amanda ringde'] });
    expect(answer.headers).toMatchObject({ etag: '"0"', 'liggare-position': '1', 'liggare-read-models': 'current' });
    const read = await register.send({ url: String(answer.headers['location']) });
    expect(read.json<NoteView>()).toMatchObject({ texts: ['Amanda ringde'] });
  });

  it('writes who, in which role, for whom and in which trace', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const answer = await post({
      as: ['admin', 'registrar'],
      headers: { traceparent, 'liggare-on-behalf-of': 'organ-1' },
    });
    expect(answer.headers['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    const { metadata } = (await log())[0]!;
    expect(metadata).toMatchObject({
      actor: { id: 'user-1', role: 'registrar' },
      onBehalfOf: 'organ-1',
      recordedAt: '2024-07-01T10:00:00.000Z',
    });
    await post({ headers: { traceparent } });
    expect((await log())[1]!.metadata.correlationId).toBe(metadata.correlationId);
  });

  it('waits for the read models unless asked not to', async () => {
    register.readModels.reached = position(0);
    const waited = await post();
    expect(waited.headers['liggare-read-models']).toBe('pending');
    expect(register.readModels.asked).toEqual([1n]);
    const hasty = await post({ headers: { prefer: 'respond-async' } });
    expect(hasty.headers).toMatchObject({ 'preference-applied': 'respond-async', 'liggare-read-models': 'pending' });
    expect(register.readModels.asked).toEqual([1n]);
  });

  it('says where the receipt is, or that it is pending', async () => {
    expect((await post()).headers['liggare-receipt']).toBe('/v1/evidence/receipts/1');
    register.receipts.reached = position(1);
    expect((await post()).headers['liggare-receipt']).toBe('pending');
  });

  describe('sent again with its Idempotency-Key', () => {
    const headers = { 'idempotency-key': 'import:7' };

    it('writes nothing and gives the first answer', async () => {
      const first = await post({ headers });
      const again = await post({ headers: { 'idempotency-key': '"import:7"' } });
      expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
      for (const name of ['location', 'etag', 'liggare-position']) {
        expect(again.headers[name]).toBe(first.headers[name]);
      }
      expect(await log()).toHaveLength(1);
    });

    it('many times at once, writes once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => post({ headers })));
      expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
      expect(answers[0]!.statusCode).toBe(201);
      expect(await log()).toHaveLength(1);
    });

    it('but with another content is refused', async () => {
      await post({ headers });
      const other = await post({ headers, body: { ...BODY, text: 'Bertil ringde' } });
      expect(other.statusCode).toBe(422);
      expect(other.json()).toMatchObject({
        type: '/problems/idempotency-key-reused',
        errors: [{ pointer: 'Idempotency-Key' }],
      });
      expect(await log()).toHaveLength(1);
    });

    it.each([
      ['of the wrong shape', { ...BODY, on: 'yesterday' }],
      ['that a rule refused', { ...BODY, text: 'forbidden' }],
    ])('after a body %s, takes the mended one', async (_what, wrong) => {
      expect((await post({ headers, body: wrong })).statusCode).toBe(422);
      expect((await post({ headers })).statusCode).toBe(201);
    });

    it('after a fault of the register still stands for what it stood for', async () => {
      fault.thrown = new Error('halfway');
      expect((await post({ headers })).statusCode).toBe(500);
      delete fault.thrown;
      expect((await post({ headers, body: { ...BODY, text: 'Bertil ringde' } })).statusCode).toBe(422);
      expect((await post({ headers })).statusCode).toBe(201);
    });

    it('by somebody else is another command', async () => {
      await post({ headers });
      const token = await register.issuer.token('user-2', ['registrar'], '5m');
      expect((await post({ headers, token })).statusCode).toBe(201);
      expect(await log()).toHaveLength(2);
    });
  });

  describe('guarded by If-Match', () => {
    it.each(['"0"', '"0-0123456789abcdef"', '*'])('goes through at the revision %s', async (revision) => {
      const url = `${String((await post()).headers['location'])}/texts`;
      const answer = await post({ url, headers: { 'if-match': revision } });
      expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"1"']);
    });

    it('goes through with the tag that reading gave', async () => {
      const location = String((await post()).headers['location']);
      const tag = String((await register.send({ url: location })).headers['etag']);
      expect((await post({ url: `${location}/texts`, headers: { 'if-match': tag } })).statusCode).toBe(200);
    });

    it('writes nothing at another revision, and tells the one that holds', async () => {
      const url = `${String((await post()).headers['location'])}/texts`;
      const answer = await post({ url, headers: { 'if-match': '"7"' } });
      expect([answer.statusCode, answer.headers['etag']]).toEqual([412, '"0"']);
      expect(answer.json()).toMatchObject({ type: '/problems/stale-revision' });
      expect(await log()).toHaveLength(1);
    });
  });

  it.each([
    ['If-Match', '7'],
    ['If-Match', 'W/"7"'],
    ['If-Match', '"1", "2"'],
    ['Idempotency-Key', 'å'],
    ['Idempotency-Key', 'x'.repeat(256)],
    ['Idempotency-Key', 'two words'],
    ['Liggare-On-Behalf-Of', 'a b'],
  ])('is not read when %s is %s', async (name, value) => {
    const answer = await post({ headers: { [name.toLowerCase()]: value } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer: name, code: 'malformed-header' }] });
    expect(await log()).toHaveLength(0);
  });
});
