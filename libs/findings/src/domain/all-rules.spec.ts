import { registrationRules, ruleDescriptions, rules } from './all-rules.js';
import { fillText } from './rule.js';

describe('the rules', () => {
  const all = [...rules, ...registrationRules];

  it('are more than thirty, each with an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(ruleDescriptions.size).toBe(all.length);
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(all.map((rule) => [rule.id, rule] as const))('%s names its source and speaks both languages', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.source).not.toBe('');
    for (const text of [rule.title, rule.text]) {
      expect(text.sv.length).toBeGreaterThan(3);
      expect(text.en.length).toBeGreaterThan(3);
      expect(text.sv).not.toBe(text.en);
    }
    const places = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort((a, b) => a.localeCompare(b));
    expect(places(rule.text.sv)).toEqual(places(rule.text.en));
  });

  it('fills facts into their places', () => {
    expect(fillText({ sv: '{a} av {b}', en: '{b}: {a}' }, { a: 1, b: 'x' })).toEqual({ sv: '1 av x', en: 'x: 1' });
  });
});
