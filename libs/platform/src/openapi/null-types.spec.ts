import { withNullTypes } from './null-types.js';

describe('what may be null, in OpenAPI 3.1', () => {
  it('has the type null beside its own, and null among its codes', () => {
    const properties = { day: { type: 'string', nullable: true, format: 'date' }, role: { type: 'string' } };
    expect(withNullTypes({ type: 'object', properties })).toEqual({
      type: 'object',
      properties: { day: { type: ['string', 'null'], format: 'date' }, role: { type: 'string' } },
    });
    const codes = { type: 'string', nullable: true, enum: ['a'] };
    expect(withNullTypes(codes)).toEqual({ type: ['string', 'null'], enum: ['a', null] });
    expect(withNullTypes({ ...codes, enum: ['a', null] }).enum).toEqual(['a', null]);
  });
});
