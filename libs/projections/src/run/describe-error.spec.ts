import { connect, createTestDatabase, type Database } from '@liggare/database';
import * as fc from 'fast-check';
import { describeError, isTransient } from './describe-error.js';

describe('the description of an error', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createTestDatabase();
    database = connect(made.url);
    drop = made.drop;
    await database.query('create table person (id uuid primary key, n int constraint small check (n < 10))');
  });

  afterAll(async () => {
    await database.end();
    await drop();
  });

  async function thrownBy(text: string, values: unknown[]): Promise<unknown> {
    return database.query(text, values).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it('names SQLSTATE, table and constraint', async () => {
    const id = '00000000-0000-5000-8000-000000000001';
    expect(describeError(await thrownBy('insert into person values ($1, 11)', [id]))).toBe(
      'SQLSTATE 23514 in public.person constraint small: new row for relation …',
    );
  });

  it('never holds the value that PostgreSQL complains of, whatever is in it', async () => {
    const value = fc.string({ minLength: 4 }).filter((text) => !/^[\s\0]*$/.test(text) && !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        const secret = `Siv ${text} Berg`;
        const description = describeError(await thrownBy('insert into person values ($1::text::uuid, 1)', [secret]));
        expect(description).toMatch(/^SQLSTATE 22P02/);
        expect(description).not.toContain('Siv');
        expect(description).not.toContain('Berg');
      }),
      { numRuns: 50 },
    );
  });

  it('never holds what a parser quotes', () => {
    const parse = () => {
      try {
        JSON.parse('Siv Berg');
      } catch (error) {
        return describeError(error);
      }
      throw new Error('it parsed');
    };
    expect(parse()).toMatch(/^SyntaxError: Unexpected token …/);
    expect(parse()).not.toContain('Berg');
  });

  it('tells what is no event’s fault: deadlocks, shutdowns, standbys, missing privileges', async () => {
    for (const code of ['40P01', '40001', '57P01', '25006', '53100', '42501', '08006']) {
      const raise = `do $$ begin raise exception 'x' using errcode = '${code}'; end $$`;
      expect([code, isTransient(await thrownBy(raise, []))]).toEqual([code, true]);
    }
    for (const code of ['23505', '22P02', '42P01', 'P0001']) {
      const raise = `do $$ begin raise exception 'x' using errcode = '${code}'; end $$`;
      expect([code, isTransient(await thrownBy(raise, []))]).toEqual([code, false]);
    }
  });
});
