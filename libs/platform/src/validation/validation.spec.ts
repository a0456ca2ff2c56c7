import 'reflect-metadata';
import { TinyRegister } from '../testing/tiny-register.js';
import type { ProblemDocument } from '../problems/problem-document.js';

const BODY = { text: 'Amanda ringde', on: '2024-07-01' };

describe('the shape of a body', () => {
  let register: TinyRegister;
  beforeAll(async () => void (register = await TinyRegister.start()));
  afterAll(() => register.stop());

  async function wrong(body: object): Promise<readonly string[]> {
    const answer = await register.send({ method: 'POST', url: '/v1/notes', body: { ...BODY, ...body } });
    if (answer.statusCode === 201) return [];
    expect(answer.statusCode).toBe(422);
    return answer.json<ProblemDocument>().errors!.map(({ pointer, code, detail }) => `${pointer} ${code}: ${detail}`);
  }

  it('may be right', async () => {
    const marks = [{ line: 1, colours: ['röd', 'blå'] }];
    const sources = ['4bf92f35-77b3-4da6-a3ce-929d0e0e4736'];
    expect(await wrong({ marks, sources, about: '2018-06/2022-10' })).toEqual([]);
  });

  it.each([
    ['an unknown field', { unexpected: 1 }, ['/unexpected unknown-field: there is no such field']],
    ['no day of the calendar', { on: '2023-02-29' }, ['/on civil-date: must be a day of the calendar, YYYY-MM-DD']],
    ['null for absent', { about: null }, [expect.stringMatching(/^\/about partial-date: /)]],
    ['a date that runs backwards', { about: '2022/2018' }, [expect.stringMatching(/^\/about partial-date: /)]],
    [
      'a UUID in capitals',
      { sources: ['4BF92F35-77B3-4DA6-A3CE-929D0E0E4736'] },
      [expect.stringMatching(/^\/sources uuid: each value must be/)],
    ],
    [
      'a number as text',
      { text: 7 },
      expect.arrayContaining([expect.stringMatching(/^\/text is-string: must be a string/)]),
    ],
    [
      'marks that are none',
      { marks: 'many' },
      expect.arrayContaining([expect.stringMatching(/^\/marks is-array: must be an array/)]),
    ],
    ['a mark that is none', { marks: [null] }, [expect.stringMatching(/^\/marks/)]],
    [
      'a wrong field of the second mark',
      {
        marks: [
          { line: 1, colours: [] },
          { line: '1', colours: ['a'] },
        ],
      },
      ['/marks/1/line is-int: must be an integer number'],
    ],
    [
      'an unknown field of a mark',
      { marks: [{ line: 1, colours: [], 'a/b~c': 1 }] },
      ['/marks/0/a~1b~0c unknown-field: there is no such field'],
    ],
    [
      'a wrong value in a list of a mark',
      { marks: [{ line: 1, colours: [' '] }] },
      [expect.stringMatching(/^\/marks\/0\/colours matches: /)],
    ],
  ])('refuses %s', async (_what, body, expected) => {
    expect(await wrong(body)).toEqual(expected);
  });

  it('names every field at once', async () => {
    const found = await wrong({ text: '', on: 'x', about: 'y' });
    expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(new Set(['/text', '/on', '/about']));
  });

  it('tells body from query, also when both are checked at the same time', async () => {
    const [bodies, queries] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => wrong({ on: 'x' }))),
      Promise.all(Array.from({ length: 20 }, () => register.send({ url: '/v1/notes?limit=x' }))),
    ]);
    for (const body of bodies) expect(body).toEqual([expect.stringMatching(/^\/on /)]);
    for (const query of queries) {
      const pointers = query.json<ProblemDocument>().errors!.map(({ pointer }) => pointer);
      expect(new Set(pointers)).toEqual(new Set(['?limit']));
    }
  });

  it('never echoes what was sent', async () => {
    const answer = await register.send({
      method: 'POST',
      url: '/v1/notes',
      body: {
        text: ['Hemlige Arne'],
        on: 'Hemlige Arne',
        about: 'Hemlige Arne',
        sources: ['Hemlige Arne'],
      },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain('Arne');
  });
});
