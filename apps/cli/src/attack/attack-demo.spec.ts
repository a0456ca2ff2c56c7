import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attackDemo } from './attack-demo.js';
import { attackPage } from './attack-page.js';
import type { AttackSeen } from './attack.js';

const silent = { update: () => undefined, stop: () => undefined };

/** Of each attack, in order: the exit code of every examination, and the levels that it says are not passed. */
const EXPECTED: readonly (readonly [threat: string, title: string, verdicts: readonly string[]])[] = [
  ['T1', 'Edit a row', ['2 L1']],
  ['T1', 'Delete a row', ['2 L2 L4']],
  ['T1', 'Swap two events', ['2 L1 L5 L6']],
  ['T1', 'Restore an old backup', ['3 L3', '2 L3 L4 L5', '0']],
  ['T2', 'Rewrite history', ['3 L3', '2 L3 L4', '0']],
  ['T3', 'Show two auditors a log each', ['0', '0', '2 L4', '3 L3']],
  ['T4', 'Back-date', ['2 L5']],
  ['T5', 'Forward-date', ['2 L5']],
  ['T6', 'Leave an event out', ['2 L5 L6']],
  ['T7', 'Cut off the end', ['0', '2 L4']],
  ['T8', 'Never record', ['0']],
  ['T9', 'Lie in a read model', ['0', '2 L6']],
  ['T10', 'Show another text', ['2 L7']],
  ['T11', 'Destroy keys', ['4 L7']],
  ['T12', 'Lie about when', ['0']],
];

describe('the attack demo', () => {
  let seen: readonly AttackSeen[];

  beforeAll(async () => {
    seen = await attackDemo(silent, silent);
  }, 300_000);

  const said = (threat: string) =>
    seen.filter((one) => one.threat === threat).flatMap(({ looks }) => looks.flatMap(({ lines }) => lines));

  it('carries out T1 to T12', () => {
    const threats = [...new Set(seen.map(({ threat }) => threat))];
    expect(threats).toEqual(Array.from({ length: 12 }, (_, n) => `T${n + 1}`));
  });

  it.each(EXPECTED.map((row, n) => [...row, n] as const))(
    '%s %s: the verdicts are these',
    (threat, title, expected, n) => {
      const one = seen[n]!;
      expect([one.threat, one.title.en]).toEqual([threat, expect.stringContaining(title)]);
      const verdicts = one.looks
        .filter(({ exitCode }) => exitCode !== undefined)
        .map(({ exitCode, levels = [] }) => [exitCode, ...levels.map((level) => `L${level}`)].join(' '));
      expect(verdicts).toEqual(expected);
    },
  );

  it.each([
    ['T1', 'event \\d+: its data are not those the log bound'],
    ['T1', 'DIFFERS from what was published'],
    ['T1', 'the log has \\d+ events, and its signed tree \\d+ leaves'],
    ['T1', 'the transparency log signs nothing: the first \\d+ leaves are not those that were signed'],
    ['T1', 'refused: HTTP 422'],
    ['T2', 'refused: HTTP 422'],
    ['T2', 'the checkpoint you kept: the log does not continue it: history was changed'],
    ['T3', 'refused: HTTP 422: two roots for one size'],
    ['T4', 'back-dated'],
    ['T5', 'made beforehand'],
    ['T6', 'events are missing'],
    ['T7', 'the log has been cut off'],
    ['T8', '^paragraph'],
    ['T9', 'membership.seat: the log says \\d+, the read model 77'],
    ['T9', 'gives another state'],
    ['T10', 'the text shown at /givenName is not the one the log bound'],
    ['T11', 'values are gone, and no event says who decided it'],
    ['T12', 'GroupEstablished .* 2021-01-01'],
  ])('%s: somebody is told "%s"', (threat, message) => {
    expect(said(threat).filter((line) => new RegExp(message).test(line))).not.toEqual([]);
  });

  it.each([
    ['sv', 'attack-demo.md'],
    ['en', 'attack-demo.en.md'],
  ] as const)('is on the page in docs as it was seen now (%s)', async (language, file) => {
    const page = fileURLToPath(new URL(`../../../../docs/auditor/${file}`, import.meta.url));
    expect(withoutChance(attackPage(seen, language))).toEqual(withoutChance(await readFile(page, 'utf8')));
  });
});

/** Ids, hashes and counts differ from one time to the next, and so do the widths of columns. */
function withoutChance(page: string): readonly string[] {
  return page.split('\n').map((line) =>
    line
      .replaceAll(/[A-Za-z0-9_-]{43}|[0-9a-f]{8}-[0-9a-f-]{20,}…?/g, 'X')
      .replaceAll(/\d+/g, '0')
      .replaceAll(/0([–, ]+0)*/g, '0')
      .replaceAll(/ {2,}/g, ' '),
  );
}
