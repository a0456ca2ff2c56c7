import type { Verdict } from '@liggare/verifier';
import { RegisterPlace } from '../testing/running-register.js';
import type { Performed, Seen } from './attack.js';
import { ATTACKS, performAttacks } from './perform-attacks.js';

/** The levels that are not well, as `level status`. */
const unwell = ({ verdict }: Seen) =>
  verdict?.levels
    .filter(({ status }) => status !== 'ok' && status !== 'not-run')
    .map(({ level, status }) => `L${level} ${status}`);

describe('the attack demo', () => {
  let place: RegisterPlace;
  const performed = new Map<string, Performed>();

  beforeAll(async () => {
    place = await RegisterPlace.make();
    for await (const one of performAttacks(place.configuration(), place.directory)) performed.set(one.title.en, one);
  }, 300_000);

  afterAll(() => place.remove());

  const seen = (start: string) => [...performed].find(([title]) => title.startsWith(start))![1].seen;
  const verdictOf = (one: Seen | undefined) => one!.verdict as Verdict;

  it('carries out every threat of the model that is about the log, T1 to T12', () => {
    expect([...new Set(ATTACKS.map(({ threat }) => threat))]).toEqual(
      Array.from({ length: 12 }, (_, n) => `T${n + 1}`),
    );
    expect(performed.size).toBe(ATTACKS.length);
  });

  it.each([
    ['Edits a row', ['L1 tampered', 'L6 tampered']],
    ['Swaps two events', ['L1 tampered']],
  ])('T1: %s is seen in the bundle the operator hands out', (title, levels) => {
    const [one] = seen(title);
    expect(unwell(one!)).toEqual(expect.arrayContaining(levels.slice(0, 1)));
    expect(verdictOf(one).exitCode).toBe(2);
  });

  it('T1: a deleted row stops the export, and is missed in a bundle written by hand', () => {
    const [exported, doctored] = seen('Deletes a row');
    expect(exported!.said).toEqual([expect.stringMatching(/events, and its signed tree .* leaves/)]);
    expect(verdictOf(doctored).exitCode).toBe(2);
  });

  it('T1: a restored backup is refused by the register, by the witness, and by who kept a checkpoint', () => {
    const [register, witness, auditor] = seen('Restores an old backup');
    expect(register!.said).toEqual([expect.stringMatching(/signs nothing: the first \d+ leaves are not those/)]);
    expect(witness!.said).toEqual([expect.stringMatching(/will not cosign/)]);
    expect(unwell(auditor!)).toEqual(['L4 tampered']);
  });

  it('T2: a stolen key fools who kept nothing, and nobody else', () => {
    const [naive, witness, withWitness, kept] = seen('Rewrites history');
    expect([unwell(naive!), verdictOf(naive).exitCode]).toEqual([[], 0]);
    expect(witness!.said).toEqual([expect.stringMatching(/will not cosign/)]);
    expect(unwell(withWitness!)).toEqual(['L3 incomplete']);
    expect(unwell(kept!)).toEqual(['L4 tampered']);
  });

  it('T3: two logs look right, each alone; one checkpoint beside the other shows them', () => {
    const [first, second, compared] = seen('Shows two auditors');
    expect([unwell(first!), unwell(second!)]).toEqual([[], []]);
    expect(unwell(compared!)).toEqual(['L4 tampered']);
  });

  it.each([
    ['Back-dates', 5, /before a witness saw the log without it/],
    ['Forward-dates', 5, /after a witness saw it/],
    ['Leaves an event out', 5, /events are missing/],
    ['Cuts off the end', 4, /cut off/],
    ['Lies in a projection', 6, /another state/],
    ['Shows another name', 7, /./],
    ['Destroys keys', 7, /no event says who decided it/],
  ])('T4 to T11: %s is seen on level %i', (title, level, why) => {
    const [one] = seen(title);
    const found = verdictOf(one).levels.filter(({ problems }) => problems.length > 0);
    expect(found.map((each) => each.level)).toEqual([level]);
    expect(found[0]!.problems.map(({ what }) => what).join()).toMatch(why);
    expect(verdictOf(one).exitCode).toBe(title === 'Destroys keys' ? 4 : 2);
  });

  it.each([
    ['Never records', 'gaps'],
    ['Lies about when', 'retroactive'],
  ])('T8, T12: %s passes the verifier, and a report shows it', (title, name) => {
    const [verdict, report] = seen(title);
    expect(verdictOf(verdict).exitCode).toBe(0);
    expect(report!.by.en).toBe(`liggare audit report ${name}`);
    expect(report!.said!.join()).toMatch(name === 'gaps' ? /paragraph/ : /PartyRegistered/);
  });
});
