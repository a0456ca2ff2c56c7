import type { JsonSchema } from './schema-arbitrary.js';
import { schemaViolations } from './schema-violations.js';

describe('departures from a schema', () => {
  const party: JsonSchema = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', format: 'uuid' }, name: { type: ['string', 'null'], maxLength: 3 } },
  };
  const lookup = () => party;
  const id = '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01';
  const of = (value: unknown, schema: JsonSchema = { $ref: '#/components/schemas/Party' }) =>
    schemaViolations(value, schema, lookup);

  it('are none in what fits', () => {
    expect(of({ id, name: null })).toEqual([]);
    expect(of([{ id }], { type: 'array', items: { allOf: [{ $ref: 'Party' }], description: 'Party' } })).toEqual([]);
  });

  it.each([
    [{}, '/id: is missing'],
    [{ id: '7' }, '/id: "7" is no uuid'],
    [{ id, name: 'lång' }, '/name: has 4 characters'],
    [{ id, name: 7 }, '/name: is 7, not string or null'],
    [{ id, other: 1 }, '/other: is not in the document'],
    [[], ': is [], not object'],
  ])('are found in %j', (value, violation) => {
    expect(of(value)).toEqual([violation]);
  });

  it('are found among codes, alternatives and named values', () => {
    expect(of('c', { enum: ['a', 'b'] })).toHaveLength(1);
    expect(of(7, { oneOf: [{ type: 'string' }, { type: 'object' }] })).toHaveLength(1);
    expect(of({ a: 7 }, { type: 'object', additionalProperties: { type: 'string' } })).toHaveLength(1);
    expect(of(7, { type: 'number', maximum: 5 })).toHaveLength(1);
  });

  it('are not looked for behind keywords that are not understood', () => {
    expect(() => of('a', { type: 'string', pattern: '^b$' })).toThrow('unknown keyword pattern');
  });
});
