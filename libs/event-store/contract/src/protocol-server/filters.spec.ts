import { eventFilter } from './filters.js';

const event = { stream: 'initiative-1', type: 'InitiativeProposed' };

test.each([
  ['stream', '', ['group-', 'initiative-'], true],
  ['stream', '', ['group-'], false],
  ['stream', '', [], false],
  ['stream', '^[^$]', [], true],
  ['stream', 'tive-2$', [], false],
  ['type', '', ['Initiative'], true],
  ['type', '', ['initiative'], false],
  ['type', '^(Initiative|Group)', [], true],
  ['type', '^\\$', ['Initiative'], false],
] as const)('on the %s, by %j or %j: %s', (on, regex, prefixes, passes) => {
  expect(eventFilter({ on, regex, prefixes })(event)).toBe(passes);
});

test('a regular expression that is none is refused', () => {
  expect(() => eventFilter({ on: 'type', regex: '(', prefixes: [] })).toThrow(SyntaxError);
});
