import { civilDate, partialDate, personal, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { InitiativeRegistered } from './initiative-events.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';

const given = specificationOf(initiativeAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const initiativeId = id(900);
const [problemId, causeId] = [id(700), id(701)];
const basis = { decisionId: id(800), point: 3 };
const year = (y: number) => ({ from: day(`${y}-01-01`), to: day(`${y + 1}-01-01`) });

const registered: EventOf<typeof InitiativeRegistered> = {
  type: 'InitiativeRegistered',
  data: {
    ...{ initiativeId, registrationId: id(901), title: 'Kamerabevakning', kinds: ['situational'] },
    ...{ level: 'universal', areas: ['Vårby'], confidence: 'certain' },
  },
};
const addressed = {
  type: 'ProblemAddressed',
  data: { initiativeId, addressId: id(910), problemId, causeId, from: partial('2023-01-01') },
} as const;
const stated = (n: number, statute: string, from: string) =>
  ({
    type: 'LegalBasisStated',
    data: { initiativeId, legalBasisId: id(n), statute, from: partial(from) },
  }) as const;
const budget = (n: number, y: number, amount: number) =>
  ({ type: 'BudgetSet', data: { initiativeId, budgetId: id(n), period: year(y), amount } }) as const;

describe('what an initiative works on', () => {
  it('is a problem, or one cause of it, for a time', () => {
    given(registered)
      .when({ type: 'AddressProblem', problemId, causeId, from: partial('2023'), to: partial('2026'), basis })
      .then({
        type: 'ProblemAddressed',
        data: {
          ...{ initiativeId, addressId: id(0), problemId, causeId },
          ...{ from: partial('2023'), to: partial('2026'), basis },
        },
      });
    given(registered)
      .when({ type: 'AddressProblem', problemId, from: partial('2024'), to: partial('2023') })
      .thenRefused('from-after-to', '/to');
    given().when({ type: 'AddressProblem', problemId }).thenRefused('not-registered');
  });

  it('ends', () => {
    const stop = { type: 'StopAddressingProblem', addressId: id(910), to: partial('2025-01-01') } as const;
    const ended = {
      type: 'ProblemNoLongerAddressed',
      data: { initiativeId, addressId: id(910), to: partial('2025-01-01') },
    } as const;
    given(registered, addressed).when(stop).then(ended);
    given(registered, addressed, ended).when(stop).thenNothing();
    given(registered).when(stop).thenRefused('unknown-address', '/addressId');
    given(registered, addressed)
      .when({ ...stop, to: partial('2022') })
      .thenRefused('from-after-to', '/to');
    const { state } = given(registered, addressed, ended);
    const problemsOn = (text: string) => presentInitiative(state, day(text)).addresses.map((a) => a.causeId);
    expect(['2022-12-31', '2024-12-31', '2025-01-01'].map(problemsOn)).toEqual([[], [causeId], []]);
  });
});

describe('with what means an initiative works', () => {
  it('is a budget per period; a new one for the same period takes over, and the old is still there', () => {
    given(registered)
      .when({ type: 'SetBudget', period: year(2024), amount: 1_200_000, funding: ' Statsbidrag ', basis })
      .then({
        type: 'BudgetSet',
        data: {
          ...{ initiativeId, budgetId: id(0), period: year(2024) },
          ...{ amount: 1_200_000, funding: 'Statsbidrag', basis },
        },
      });
    given(registered)
      .when({ type: 'SetBudget', period: { from: day('2024-01-01'), to: day('2024-01-01') }, amount: 1 })
      .thenRefused('empty-period', '/period/to');
    const { state } = given(registered, budget(1, 2024, 10), budget(2, 2025, 20), budget(3, 2024, 15));
    const view = presentInitiative(state, day('2024-06-01'));
    expect(view.budgets.map(({ amount }) => amount)).toEqual([15]);
    expect(view.registered.budgets.map(({ amount }) => amount)).toEqual([10, 20, 15]);
  });

  it('is a legal basis with dates, one of which ends and another takes over', () => {
    given(registered)
      .when({ type: 'StateLegalBasis', statute: 'lag (2023:421)', from: partial('2024-01-01'), basis })
      .then({
        type: 'LegalBasisStated',
        data: {
          ...{ initiativeId, legalBasisId: id(0), statute: 'lag (2023:421)' },
          ...{ from: partial('2024-01-01'), basis },
        },
      });
    given(registered)
      .when({ type: 'StateLegalBasis', statute: 'X', from: partial('2024'), to: partial('2023') })
      .thenRefused('from-after-to', '/to');
    const old = stated(1, 'lag (1980:578)', '2023-01-01');
    const end = { type: 'EndLegalBasis', legalBasisId: id(1), to: partial('2024-01-01') } as const;
    const ended = {
      type: 'LegalBasisEnded',
      data: { initiativeId, legalBasisId: id(1), to: partial('2024-01-01') },
    } as const;
    given(registered, old).when(end).then(ended);
    given(registered, old, ended).when(end).thenNothing();
    given(registered).when(end).thenRefused('unknown-legal-basis', '/legalBasisId');
    given(registered, old)
      .when({ ...end, to: partial('2022') })
      .thenRefused('from-after-to', '/to');
    const { state } = given(registered, old, ended, stated(2, 'lag (2023:421)', '2024-01-01'));
    const basesOn = (text: string) => presentInitiative(state, day(text)).legalBases.map(({ statute }) => statute);
    expect(['2023-12-31', '2024-01-01'].map(basesOn)).toEqual([['lag (1980:578)'], ['lag (2023:421)']]);
  });

  it('is told to the public beside details that are secret: edge case 57', () => {
    const texts = { publicSummary: 'Kameror på torget', secrecy: 'OSL 18 kap. 8 §' };
    given(registered)
      .when({ type: 'ReviseInitiative', from: day('2024-01-01'), details: 'Kamera 3 täcker …', ...texts })
      .then({
        type: 'InitiativeRevised',
        data: {
          ...{ initiativeId, revisionId: id(0), from: day('2024-01-01') },
          ...{ ...texts, details: personal(initiativeId, 'Kamera 3 täcker …') },
        },
      });
    const { state } = given(registered, {
      type: 'InitiativeRevised',
      data: { initiativeId, revisionId: id(1), from: day('2024-01-01'), ...texts, details: { _sd: 'x' } },
    });
    const view = presentInitiative(state, day('2024-01-01'));
    expect([view.publicSummary, view.details]).toEqual(['Kameror på torget', { _sd: 'x' }]);
    expect(JSON.stringify(state)).not.toContain('Kamera 3');
  });

  it('has every fact withdrawn that our registration got wrong', () => {
    const all = given(registered, addressed, budget(1, 2024, 10), stated(2, 'X', '2024'));
    for (const corrects of [id(910), id(1), id(2)]) {
      all.when({ type: 'CorrectInitiativeRegistration', corrects, withdrawn: true }).then({
        type: 'InitiativeRegistrationCorrected',
        data: { initiativeId, corrects, withdrawn: true },
      });
      all
        .when({ type: 'CorrectInitiativeRegistration', corrects, on: partial('2024') })
        .thenRefused('no-such-field', '/on');
    }
    const withdrawn = { type: 'InitiativeRegistrationCorrected', data: { initiativeId, withdrawn: true } } as const;
    const { state } = given(
      ...[registered, addressed, budget(1, 2024, 10), stated(2, 'X', '2024')],
      ...[id(910), id(1), id(2)].map((corrects) => ({ ...withdrawn, data: { ...withdrawn.data, corrects } }) as const),
    );
    expect([state.addresses, state.budgets, state.legalBases]).toEqual([[], [], []]);
  });
});
