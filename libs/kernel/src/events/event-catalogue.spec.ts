import { Type } from '@sinclair/typebox';
import { EventCatalogue } from './event-catalogue.js';
import { defineEvent } from './event-definition.js';
import * as field from './fields.js';
import { InvalidEvent } from './invalid-event.js';

const texts = { sv: 'Något hände', en: 'Something happened' };

describe('the event catalogue', () => {
  const catalogue = new EventCatalogue([
    defineEvent('Named', {
      ...texts,
      data: Type.Object({ on: field.day('when'), kind: field.oneOf(['a', 'b'], 'kind') }),
    }),
  ]);

  it('lets through what fits', () => {
    expect(catalogue.check({ type: 'Named', data: { on: '2024-02-29', kind: 'a' } }).version).toBe(1);
  });

  it.each([
    [{ on: '2023-02-29', kind: 'a' }, '/on'],
    [{ on: '2023-02-28', kind: 'c' }, '/kind'],
    [{ on: '2023-02-28', kind: 'a', more: 1 }, '/more'],
    [{ kind: 'a' }, '/on'],
  ])('stops %j at %s, without repeating the value', (data, pointer) => {
    const attempt = () => catalogue.check({ type: 'Named', data });
    expect(attempt).toThrow(InvalidEvent);
    expect(attempt).toThrow(expect.objectContaining({ pointer }));
  });

  it('tells what happened from what we only know better', () => {
    const data = field.object({ ours: Type.Boolean() });
    const kinds = new EventCatalogue([
      defineEvent('Happened', { ...texts, data }),
      defineEvent('Corrected', { ...texts, data, corrects: true }),
      defineEvent('Rewritten', { ...texts, data, corrects: ({ ours }) => ours }),
    ]);
    const of = (type: string, ours: boolean) => kinds.kindOf({ type, data: { ours } });
    expect([of('Happened', true), of('Corrected', true)]).toEqual(['reality', 'knowledge']);
    expect([of('Rewritten', true), of('Rewritten', false)]).toEqual(['knowledge', 'reality']);
    expect(kinds.definitions.map(({ corrects }) => corrects)).toEqual(['never', 'always', 'at-times']);
  });

  it('does not know other types', () => {
    expect(() => catalogue.check({ type: 'Other', data: {} })).toThrow(InvalidEvent);
  });
});

describe('upcasting, edge case 67', () => {
  const renamed = defineEvent('Renamed', {
    ...texts,
    version: 3,
    data: Type.Object({ name: Type.String(), lang: Type.String() }),
    upcasters: {
      1: ({ title, ...rest }) => ({ ...rest, name: title }),
      2: (data) => ({ ...data, lang: 'sv' }),
    },
  });

  it('brings every old version to today’s, and leaves the stored data as it was', () => {
    const catalogue = new EventCatalogue([renamed]);
    const stored = Object.freeze({ title: 'RG' });
    const event = catalogue.upcast('Renamed', 1, stored);
    expect(event.data).toEqual({ name: 'RG', lang: 'sv' });
    expect(stored).toEqual({ title: 'RG' });
    expect(catalogue.upcast('Renamed', 2, { name: 'RG' }).data).toEqual({ name: 'RG', lang: 'sv' });
    expect(catalogue.upcast('Renamed', 3, { name: 'RG', lang: 'en' }).data).toEqual({ name: 'RG', lang: 'en' });
  });

  it('refuses what a newer program wrote', () => {
    expect(() => new EventCatalogue([renamed]).upcast('Renamed', 4, {})).toThrow(InvalidEvent);
  });

  it('is complete, or the program does not start', () => {
    expect(() => new EventCatalogue([{ ...renamed, upcasters: { 1: (d) => d } }])).toThrow(
      /no upcaster from version 2/,
    );
    expect(() => new EventCatalogue([renamed, renamed])).toThrow(/defined twice/);
  });
});
