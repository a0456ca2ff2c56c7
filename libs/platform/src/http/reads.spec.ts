import 'reflect-metadata';
import { instant } from '@liggare/kernel';
import { TinyRegister } from '../testing/tiny-register.js';

interface NoteAnswer {
  readonly texts: readonly unknown[];
  readonly asOf: { readonly validAt: string; readonly knownAt: string };
}

describe('reading an entity', () => {
  let register: TinyRegister;
  let note: string;

  const write = (url: string, text: string) => register.send({ method: 'POST', url, body: { text, on: '2024-07-01' } });

  beforeEach(async () => {
    register = await TinyRegister.start();
    note = String((await write('/v1/notes', 'Amanda')).headers['location']);
    register.clock.set(instant('2024-08-01T10:00:00Z'));
    await write(`${note}/texts`, 'Bertil');
  });
  afterEach(() => register.stop());

  const read = async (query = '') => (await register.send({ url: note + query })).json<NoteAnswer>();

  it('shows today and everything that is known, and says so', async () => {
    expect(await read()).toEqual({ texts: ['Amanda', 'Bertil'], asOf: { validAt: '2024-08-01', knownAt: 'now' } });
  });

  it('takes today from the municipality’s wall, not from UTC', async () => {
    register.clock.set(instant('2024-08-01T22:30:00Z'));
    expect((await read()).asOf.validAt).toBe('2024-08-02');
  });

  it.each([
    ['?knownAt=1', ['Amanda'], '1'],
    ['?knownAt=2024-07-15T00:00:00%2B02:00', ['Amanda'], '1'],
    ['?knownAt=2024-08-01T10:00:00Z', ['Amanda', 'Bertil'], '2'],
    ['?knownAt=2', ['Amanda', 'Bertil'], '2'],
  ])('with %s shows what was known then', async (query, texts, knownAt) => {
    expect(await read(query)).toMatchObject({ texts, asOf: { knownAt } });
  });

  it('with a moment before it was registered answers that it is not there', async () => {
    expect((await register.send({ url: `${note}?knownAt=2020-01-01T00:00:00Z` })).statusCode).toBe(404);
  });

  it.each([
    ['?knownAt=3', '?knownAt', 'has not reached'],
    ['?knownAt=2024-02-30T10:00:00Z', '?knownAt', 'no moment'],
    ['?knownAt=2024-07-01', '?knownAt', 'RFC 3339'],
    ['?knownAt=2024-07-01T10:00:00', '?knownAt', 'RFC 3339'],
    ['?knownAt=-1', '?knownAt', 'RFC 3339'],
    ['?validAt=2023-02-29', '?validAt', 'calendar'],
    ['?validAt=2024-01-01&validAt=2024-01-02', '?validAt', 'calendar'],
    ['?validat=2024-01-01', '?validat', 'no such field'],
  ])('refuses %s, naming the parameter', async (query, pointer, detail) => {
    const answer = await register.send({ url: note + query });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ pointer, detail: expect.stringContaining(detail) }] });
  });

  describe('that the client has already', () => {
    const tagOf = async (as: 'registrar' | 'bi' = 'registrar') =>
      String((await register.send({ url: note, as })).headers['etag']);
    const again = async (tag: string, as: 'registrar' | 'bi' = 'registrar') =>
      register.send({ url: note, as, headers: { 'if-none-match': tag } });

    it('answers 304 without a body', async () => {
      const tag = await tagOf();
      expect(tag).toMatch(/^"1-[0-9a-f]{16}"$/);
      for (const known of [tag, `W/${tag}`, `"9", ${tag}`]) {
        const answer = await again(known);
        expect([answer.statusCode, answer.body, answer.headers['etag']]).toEqual([304, '', tag]);
      }
    });

    it('has the same tag for those who ask for the head only', async () => {
      const head = await register.send({ method: 'HEAD', url: note });
      expect([head.body, head.headers['etag']]).toEqual(['', await tagOf()]);
    });

    it('answers in full when there is a new revision, another day, another role or an erased name', async () => {
      const tag = await tagOf();
      expect((await again(tag, 'bi')).statusCode).toBe(200);
      register.clock.set(instant('2024-08-02T10:00:00Z'));
      expect((await again(tag)).statusCode).toBe(200);
      const nextDay = await tagOf();
      register.sealer.forget();
      expect((await again(nextDay)).statusCode).toBe(200);
      const forgotten = await tagOf();
      await write(`${note}/texts`, 'Cecilia');
      expect((await again(forgotten)).statusCode).toBe(200);
    });
  });

  describe('with names in it', () => {
    const texts = async (as: 'registrar' | 'bi' | readonly ('registrar' | 'bi')[]) =>
      (await register.send({ url: note, as })).json<NoteAnswer>().texts;

    it('opens them for a role that may see names', async () => {
      expect(await texts('registrar')).toEqual(['Amanda', 'Bertil']);
      expect(await texts(['bi', 'registrar'])).toEqual(['Amanda', 'Bertil']);
    });

    it('withholds them from BI', async () => {
      expect(await texts('bi')).toEqual([{ withheld: 'not-permitted' }, { withheld: 'not-permitted' }]);
    });

    it('says when they are erased', async () => {
      register.sealer.forget();
      expect(await texts('registrar')).toEqual([{ withheld: 'erased' }, { withheld: 'erased' }]);
    });

    it('does not look into streams', async () => {
      const answer = await register.send({ url: '/v1/notes/all/raw' });
      expect([answer.statusCode, answer.body]).toEqual([200, '{"_sd":"abc"}']);
    });
  });
});

describe('reading a list', () => {
  let register: TinyRegister;
  beforeAll(async () => void (register = await TinyRegister.start()));
  afterAll(() => register.stop());

  it('pages by 20 and says how much there is', async () => {
    const answer = await register.send({ url: '/v1/notes' });
    expect(answer.json()).toMatchObject({ _meta: { limit: 20, offset: 0, count: 20, totalRecords: 45 } });
  });

  it.each([
    ['', 'first=0 next=20'],
    ['?offset=20', 'first=0 prev=0 next=40'],
    ['?offset=10&limit=30', 'first=0 prev=0 next=40'],
    ['?offset=40', 'first=0 prev=20'],
    ['?limit=200', 'first=0'],
    ['?offset=30&limit=15', 'first=0 prev=15'],
  ])('links to the pages around %s', async (query, expected) => {
    const link = String((await register.send({ url: `/v1/notes${query}` })).headers['link']);
    const found = [...link.matchAll(/<\/v1\/notes\?[^>]*offset=(\d+)[^>]*>; rel="(\w+)"/g)];
    expect(found.map(([, offset, relation]) => `${relation}=${offset}`).join(' ')).toBe(expected);
  });

  it('shows everything once when the links are followed', async () => {
    const seen: unknown[] = [];
    for (let url: string | undefined = '/v1/notes?limit=7'; url !== undefined;) {
      const answer = await register.send({ url });
      seen.push(...answer.json<{ items: { number: number }[] }>().items.map(({ number }) => number));
      url = /<([^>]+)>; rel="next"/.exec(String(answer.headers['link']))?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, number) => number));
  });

  it.each(['limit=0', 'limit=201', 'limit=1.5', 'limit=', 'limit=ten', 'limit=1e2', 'offset=-1', 'limit=1&limit=2'])(
    'refuses %s',
    async (query) => {
      const answer = await register.send({ url: `/v1/notes?${query}` });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ type: '/problems/invalid-fields' });
    },
  );
});
