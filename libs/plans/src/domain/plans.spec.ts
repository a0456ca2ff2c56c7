import { civilDate, partialDate, personal, specificationId as id, specificationOf } from '@liggare/kernel';
import fc from 'fast-check';
import { actionPlanAggregate, planOn, type PlanItem } from './action-plan.js';
import type { ActionPlanEvent } from './action-plan-events.js';
import { agreementAggregate, agreementPeriod } from './agreement.js';
import type { AgreementEvent } from './agreement-events.js';
import { coordinationAggregate } from './coordination.js';
import type { CoordinationEvent } from './coordination-events.js';
import { applyDifferences, planDifferences } from './plan-differences.js';
import { situationReportAggregate, versionOn } from './situation-report.js';
import type { SituationReportEvent } from './situation-report-events.js';

const date = partialDate;
const basis = { decisionId: id(800), point: 1 };

describe('a situation report', () => {
  const given = specificationOf(situationReportAggregate);
  const situationReportId = id(900);
  const content = { title: 'Lägesbild', areas: [], parts: [], problemIds: [] };
  const adopted = (version: number, on: string): SituationReportEvent => ({
    type: 'SituationReportAdopted',
    data: { situationReportId, versionId: id(100 + version), version, ...content, adoptedOn: date(on) },
  });

  it('edge case 57: the details of a part are sealed beside what anybody may read', () => {
    given()
      .when({
        ...{ type: 'BeginSituationReport', situationReportId, ...content, adoptedOn: date('2023-11'), basis },
        parts: [
          { part: 'survey', publicSummary: 'Skadegörelse ökar ', details: 'Namn och platser', secrecy: 'OSL 18:2' },
        ],
      })
      .then({
        type: 'SituationReportAdopted',
        data: {
          ...{ situationReportId, versionId: id(0), version: 1, title: 'Lägesbild', adoptedOn: date('2023-11') },
          ...{ areas: [], problemIds: [], basis },
          parts: [
            {
              ...{ part: 'survey', publicSummary: 'Skadegörelse ökar', secrecy: 'OSL 18:2' },
              details: personal(situationReportId, 'Namn och platser'),
            },
          ],
        },
      });
  });

  it('is updated by versions; each day has the one adopted last by then', () => {
    const { state } = given(adopted(1, '2023-11-20'), adopted(2, '2025-10-01'));
    const on = (day: string) => versionOn(state, civilDate(day))?.version;
    expect([on('2023-11-19'), on('2023-11-20'), on('2025-10-01')]).toEqual([undefined, 1, 2]);
    given(adopted(1, '2023-11-20'))
      .when({ type: 'UpdateSituationReport', ...content, adoptedOn: date('2025-10-01') })
      .then({ ...adopted(2, '2025-10-01'), data: { ...adopted(2, '2025-10-01').data, versionId: id(0) } } as never);
  });

  it('is not begun twice, nor updated before it is begun; no time runs backwards', () => {
    given(adopted(1, '2023'))
      .when({ type: 'BeginSituationReport', situationReportId, ...content, adoptedOn: date('2024') })
      .thenRefused('already-exists');
    given()
      .when({ type: 'UpdateSituationReport', ...content, adoptedOn: date('2024') })
      .thenRefused('not-registered');
    given(adopted(1, '2023'))
      .when({
        ...{ type: 'UpdateSituationReport', ...content, adoptedOn: date('2024') },
        ...{ describesFrom: date('2024'), describesTo: date('2023') },
      })
      .thenRefused('from-after-to', '/describesTo');
  });

  it('a version that was registered wrongly is corrected or withdrawn', () => {
    const correct = { type: 'CorrectSituationReportRegistration', corrects: id(101) } as const;
    given(adopted(1, '2023'))
      .when({ ...correct, adoptedOn: date('2023-12-01'), reason: 'Fel dag' })
      .then({
        type: 'SituationReportRegistrationCorrected',
        data: {
          ...{ situationReportId, corrects: id(101), adoptedOn: date('2023-12-01') },
          reason: personal(situationReportId, 'Fel dag'),
        },
      });
    const withdrawn: SituationReportEvent = {
      type: 'SituationReportRegistrationCorrected',
      data: { situationReportId, corrects: id(101), withdrawn: true },
    };
    given(adopted(1, '2023'))
      .when({ ...correct, withdrawn: true })
      .then(withdrawn);
    expect(given(adopted(1, '2023'), withdrawn).state.versions).toEqual([]);
    given(adopted(1, '2023'))
      .when({ ...correct, corrects: id(7) })
      .thenRefused('unknown-fact', '/corrects');
    given(adopted(1, '2023'))
      .when({ ...correct, withdrawn: true, title: 'x' })
      .thenRefused('no-such-field', '/title');
  });
});

describe('an action plan', () => {
  const given = specificationOf(actionPlanAggregate);
  const actionPlanId = id(900);
  const content = { title: 'Åtgärdsplan', items: [] };
  const adopted = (version: number, on: string, more: object = {}): ActionPlanEvent => ({
    type: 'ActionPlanAdopted',
    data: { actionPlanId, versionId: id(100 + version), version, ...content, adoptedOn: date(on), ...more },
  });

  it('is a decision that rests on a version of a situation report', () => {
    const restsOn = { situationReportId: id(700), version: 1 };
    given()
      .when({
        ...{ type: 'AdoptActionPlan', actionPlanId, ...content, adoptedOn: date('2024-06-10'), restsOn, basis },
        items: [{ text: 'Belysning', initiativeId: id(600), by: date('2025') }],
      })
      .then({
        type: 'ActionPlanAdopted',
        data: {
          ...{ actionPlanId, versionId: id(0), version: 1, title: 'Åtgärdsplan', adoptedOn: date('2024-06-10') },
          ...{ restsOn, basis },
          items: [{ itemId: id(1), text: 'Belysning', initiativeId: id(600), by: date('2025') }],
        },
      });
  });

  it('edge case 43: the version of the day is the last decided that applies', () => {
    const { state } = given(adopted(1, '2024-06-10', { to: date('2026-07-01') }), adopted(2, '2025-06-09'));
    const on = (day: string) => planOn(state, civilDate(day))?.version;
    expect([on('2024-06-09'), on('2024-06-10'), on('2025-06-09'), on('2026-07-01')]).toEqual([undefined, 1, 2, 2]);
  });

  it('is followed up, which adds and never overwrites', () => {
    const followUp = { type: 'FollowUpActionPlan', on: date('2025-11'), publicSummary: 'Hälften gjort' } as const;
    given().when(followUp).thenRefused('not-registered');
    given(adopted(1, '2024-06-10'))
      .when(followUp)
      .then({
        type: 'ActionPlanFollowedUp',
        data: { actionPlanId, followUpId: id(0), on: date('2025-11'), publicSummary: 'Hälften gjort' },
      });
  });

  it('refuses an item that stands twice, and fields that the corrected fact does not have', () => {
    const twice = { itemId: id(5), text: 'x' };
    given(adopted(1, '2024'))
      .when({ type: 'ReviseActionPlan', ...content, adoptedOn: date('2025'), items: [twice, twice] })
      .thenRefused('same-item-twice', '/items');
    given(adopted(1, '2024'))
      .when({ type: 'CorrectActionPlanRegistration', corrects: id(101), on: date('2025') })
      .thenRefused('no-such-field', '/on');
    given(adopted(1, '2024'))
      .when({ type: 'CorrectActionPlanRegistration', corrects: id(101), to: date('2023') })
      .thenRefused('from-after-to', '/to');
  });

  const item: fc.Arbitrary<PlanItem> = fc.record(
    {
      itemId: fc.integer({ min: 1, max: 6 }).map(id),
      text: fc.constantFrom('a', 'b'),
      bodyName: fc.constantFrom('x', 'y'),
      by: fc.constantFrom(date('2024'), date('2025')),
    },
    { requiredKeys: ['itemId', 'text'] },
  );
  const items = fc.uniqueArray(item, { selector: ({ itemId }) => itemId });

  it('differences applied to the one version give the other', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const made = applyDifferences(before, planDifferences(before, after));
        const sorted = (all: readonly PlanItem[]) => all.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
        expect(sorted(made)).toEqual(sorted(after));
        expect(planDifferences(after, after)).toEqual([]);
      }),
    );
  });
});

describe('an agreement', () => {
  const given = specificationOf(agreementAggregate);
  const agreementId = id(900);
  const content = { title: 'Samverkan', parties: [{ name: 'Polisen' }], purposes: ['trygghet'], areas: ['Skogås'] };
  const signed: AgreementEvent = {
    type: 'AgreementSigned',
    data: { agreementId, registrationId: id(100), ...content, signedOn: date('2023-09-01'), to: date('2025-01-01') },
  };
  const fact = (
    type: 'AgreementRenewed' | 'AgreementTerminated',
    n: number,
    on: string,
    to?: string,
  ): AgreementEvent => ({
    type,
    data: { agreementId, factId: id(n), on: date(on), ...(to === undefined ? {} : { to: date(to) }) },
  });
  const periodOf = (...events: readonly AgreementEvent[]) => agreementPeriod(given(signed, ...events).state);

  it('holds as signed, is prolonged by renewals and cut by an end', () => {
    expect(periodOf()).toEqual({ from: '2023-09-01', to: '2025-01-01' });
    const renewed = fact('AgreementRenewed', 1, '2024-12-01', '2027-01-01');
    expect(periodOf(renewed)).toEqual({ from: '2023-09-01', to: '2027-01-01' });
    expect(periodOf(renewed, fact('AgreementTerminated', 2, '2026-03-01')).to).toBe('2026-03-01');
    expect(periodOf(fact('AgreementRenewed', 1, '2024-12-01')).to).toBeUndefined();
  });

  it('is signed once, and follow-ups are sealed where they may be secret', () => {
    given(signed)
      .when({ type: 'SignAgreement', agreementId, ...content, signedOn: date('2024') })
      .thenRefused('already-exists');
    given(signed)
      .when({ type: 'FollowUpAgreement', on: date('2024'), details: 'Brister' })
      .then({
        type: 'AgreementFollowedUp',
        data: { agreementId, factId: id(0), on: date('2024'), details: personal(agreementId, 'Brister') },
      });
  });

  it('corrects what was registered wrongly; the registration itself stands', () => {
    const correct = { type: 'CorrectAgreementRegistration' } as const;
    given(signed)
      .when({ ...correct, corrects: id(100), withdrawn: true })
      .thenRefused('registration-stands');
    given(signed)
      .when({ ...correct, corrects: id(5) })
      .thenRefused('unknown-fact');
    const withdrawn: AgreementEvent = {
      type: 'AgreementRegistrationCorrected',
      data: { agreementId, corrects: id(2), withdrawn: true },
    };
    const ended = fact('AgreementTerminated', 2, '2024-03-01');
    given(signed, ended)
      .when({ ...correct, corrects: id(2), withdrawn: true })
      .then(withdrawn);
    expect(periodOf(ended, withdrawn).to).toBe('2025-01-01');
  });
});

describe('coordination', () => {
  const given = specificationOf(coordinationAggregate);
  const coordinationId = id(900);
  const designated: CoordinationEvent = {
    type: 'DutyDesignated',
    data: {
      coordinationId,
      factId: id(1),
      duty: 'coordination-function',
      name: 'Samordnare',
      from: date('2023-07-01'),
    },
  };

  it('begins with a designation, of a body or a function and never of nobody', () => {
    const designate = {
      type: 'DesignateDuty',
      coordinationId,
      duty: 'coordination-function',
      from: date('2023-07-01'),
    } as const;
    given()
      .when({ ...designate, name: ' Samordnare' })
      .then({ ...designated, data: { ...designated.data, factId: id(0) } });
    given().when(designate).thenRefused('nobody-named', '/name');
  });

  it('ends what was designated, not before it began', () => {
    given(designated)
      .when({ type: 'EndDuty', ends: id(1), on: date('2024-01-01') })
      .then({ type: 'DutyEnded', data: { coordinationId, factId: id(0), ends: id(1), on: date('2024-01-01') } });
    given(designated)
      .when({ type: 'EndDuty', ends: id(1), on: date('2023-01-01') })
      .thenRefused('from-after-to', '/on');
    given(designated)
      .when({ type: 'EndDuty', ends: id(7), on: date('2024') })
      .thenRefused('unknown-fact', '/ends');
  });

  it('tells of reports to the council, and corrects each fact', () => {
    given(designated)
      .when({ type: 'InformCouncil', on: date('2024-05'), about: 'work' })
      .then({ type: 'CouncilInformed', data: { coordinationId, factId: id(0), on: date('2024-05'), about: 'work' } });
    given(designated)
      .when({ type: 'CorrectCoordinationRegistration', corrects: id(1), on: date('2024') })
      .thenRefused('no-such-field', '/on');
    const withdrawn: CoordinationEvent = {
      type: 'CoordinationRegistrationCorrected',
      data: { coordinationId, corrects: id(1), withdrawn: true },
    };
    given(designated)
      .when({ type: 'CorrectCoordinationRegistration', corrects: id(1), withdrawn: true })
      .then(withdrawn);
    expect(given(designated, withdrawn).state.designations).toEqual([]);
  });
});
