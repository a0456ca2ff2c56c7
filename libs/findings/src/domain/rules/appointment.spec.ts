import { idOf, Known } from '../../testing/known.js';
import { appointed, chair, ended, established, group, instruction } from '../../testing/group-events.js';

describe('appointments', () => {
  const one = [instruction('2023-01-01', 2), appointed('a', 1), appointed('b', 2), chair('a')];

  it('edge case 24: recalled on no lawful ground', () => {
    const recalled = (ground: string) =>
      group(...one, ended('b', '2024-01-01', { cause: 'recalled', ground })).daysOf('recall-without-lawful-ground');
    expect(recalled('other')).toEqual(['2024-01-01 – ']);
    expect(recalled('majority-shifted')).toEqual(['2024-01-01 – ']);
    expect(recalled('convicted')).toEqual([]);
  });

  it('edge case 25: everybody recalled at once when the majority shifted is lawful', () => {
    const shifted = { cause: 'recalled', ground: 'majority-shifted' };
    const known = group(...one, ended('a', '2024-01-01', shifted), ended('b', '2024-01-01', shifted));
    expect(known.daysOf('recall-without-lawful-ground')).toEqual([]);
  });

  it('edge case 22: whoever is no longer eligible leaves at the council’s next meeting, or stays with its leave', () => {
    const lost = {
      type: 'EligibilityLost',
      data: { lossId: idOf('loss'), appointmentId: idOf('b'), ground: 'moved', since: '2024-01-15' },
    };
    expect(group(...one, lost).daysOf('not-eligible-still-sitting')).toEqual(['2024-04-16 – ']);
    expect(group(...one, lost, ended('b', '2024-02-12')).daysOf('not-eligible-still-sitting')).toEqual([]);
    const retained = {
      type: 'EligibilityRetained',
      data: { lossId: idOf('loss'), appointmentId: idOf('b'), on: '2024-02-12' },
    };
    expect(group(...one, lost, retained).daysOf('not-eligible-still-sitting')).toEqual([]);
  });

  it('edge case 23: where the council does not elect, eligibility lost ends the assignment at once', () => {
    const known = new Known().told('group', 'group', [
      established({ legalForm: 'subcommittee' }),
      ...one,
      {
        type: 'EligibilityLost',
        data: { lossId: idOf('loss'), appointmentId: idOf('b'), ground: 'incompatible-office', since: '2024-01-15' },
      },
    ]);
    expect(known.daysOf('not-eligible-still-sitting')).toEqual(['2024-01-16 – ']);
  });

  it('edge case 17: a resignation that nobody decides upon', () => {
    const requested = {
      type: 'ResignationRequested',
      data: { resignationId: idOf('letter'), appointmentId: idOf('b'), receivedOn: '2024-01-01' },
    };
    expect(group(...one, requested).daysOf('resignation-undecided')).toEqual(['2024-03-01 – ']);
    const withdrawn = {
      type: 'ResignationWithdrawn',
      data: { resignationId: idOf('letter'), appointmentId: idOf('b'), on: '2024-01-20' },
    };
    expect(group(...one, requested, withdrawn).daysOf('resignation-undecided')).toEqual([]);
  });

  it('an appointment without a decision', () => {
    expect(group(...one).daysOf('appointment-without-decision')).toHaveLength(2);
  });

  const basis = { decisionId: idOf('election'), point: 1 };
  const elected = () =>
    group(instruction('2023-01-01', 1), appointed('a', 1, { basis, from: '2024-03-01' }), chair('a'));
  const decision = (state: object) => ({ decidedOn: '2024-02-12', outcome: 'adopted', points: [], ...state }) as never;

  it('edge case 5: in effect before legal force, and under appeal', () => {
    const notices = [{ noticeId: idOf('n'), on: '2024-02-20' }];
    const appeals = [
      {
        appealId: idOf('x'),
        filedOn: '2024-03-05',
        instances: [],
        stays: [],
        closed: { outcome: 'rejected', on: '2024-09-01', finalOn: '2024-09-20' },
      },
    ];
    const free = elected().with('decision', 'election', decision({ proceedings: { notices, appeals: [] } }));
    expect(free.daysOf('appointment-before-legal-force')).toEqual(['2024-03-01 – 2024-03-13']);
    expect(free.daysOf('appointment-under-appeal')).toEqual([]);
    const appealed = elected().with('decision', 'election', decision({ proceedings: { notices, appeals } }));
    expect(appealed.daysOf('appointment-before-legal-force')).toEqual(['2024-03-01 – 2024-09-20']);
    expect(appealed.daysOf('appointment-under-appeal')).toEqual(['2024-03-05 – 2024-09-20']);
  });

  it('edge case 3: annulled after somebody had served: to be put right', () => {
    const annulments = [
      { appealId: idOf('x'), points: [1], court: 'FR', judgmentOn: '2024-08-01', finalOn: '2024-08-22' },
    ];
    const known = elected().with('decision', 'election', decision({ annulments }));
    expect(known.daysOf('executed-then-annulled')).toEqual(['2024-08-22 – ']);
    const other = elected().with('decision', 'election', decision({ annulments: [{ ...annulments[0], points: [2] }] }));
    expect(other.daysOf('executed-then-annulled')).toEqual([]);
  });

  it('edge case 1: ended from a day before the decision, unless the holder had resigned', () => {
    const late = { basis: { decisionId: idOf('release'), point: 1 } };
    const release = decision({ decidedOn: '2024-05-20' });
    const end = (data: object) =>
      group(...one, ended('b', '2024-04-01', { ...late, ...data })).with('decision', 'release', release);
    expect(end({}).daysOf('ended-before-it-was-decided')).toEqual(['2024-05-20 – ']);
    expect(end({ resignationId: idOf('letter') }).daysOf('ended-before-it-was-decided')).toEqual([]);
    const backwards = group(instruction('2023-01-01', 1), appointed('a', 1, { basis, from: '2024-02-01' }));
    expect(backwards.with('decision', 'election', decision({})).daysOf('appointed-from-before-the-decision')).toEqual([
      '2024-02-12 – ',
    ]);
  });
});
