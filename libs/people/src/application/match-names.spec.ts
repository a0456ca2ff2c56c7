import { matchNames, type KnownName } from './match-names.js';

const name = (personId: string, givenName: string, familyName: string, current = true): KnownName => ({
  personId,
  givenName,
  familyName,
  current,
});

const names = [
  name('1', 'Åke', 'Ärendal'),
  name('2', 'Amanda', 'Exempelsson', false),
  name('2', 'Amanda', 'Fiktberg'),
  name('3', 'Botvid', 'Fiktberg'),
  name('4', 'Zara', 'Ödman'),
  name('5', '', ''),
];

describe('matching names', () => {
  it('finds parts of names, whatever the case and the way å is written', () => {
    expect(matchNames(names, 'A\u030aKE')).toEqual(['1']);
    expect(matchNames(names, 'fikt')).toEqual(['2', '3']);
  });

  it('wants every word in the same name', () => {
    expect(matchNames(names, 'fiktberg amanda')).toEqual(['2']);
    expect(matchNames(names, 'exempelsson fiktberg')).toEqual([]);
  });

  it('finds a person under a former name, edge case 54', () => {
    expect(matchNames(names, 'exempelsson')).toEqual(['2']);
  });

  it('takes a for a letter of its own, not for å or ä', () => {
    expect(matchNames(names, 'arendal')).toEqual([]);
  });

  it('orders by the Swedish alphabet', () => {
    expect(matchNames(names, 'a')).toEqual(['2', '1', '4']);
  });

  it('never matches a name that may not be shown', () => {
    expect(matchNames(names, 'x')).toEqual(['2']);
  });
});
