import {
  type Aggregate,
  type CivilDate,
  type DecideContext,
  type DecisionPointRef,
  firstDay,
  type PartialDate,
  type Personal,
  Refusal,
  sealedText,
  tidied,
  tidyList,
  withoutUndefined,
} from '@liggare/kernel';
import { agreementEvents, type AgreementEvent } from './agreement-events.js';
import { checkFields, checkNew, checkOrder, checkRegistered, unknownFact } from './checks.js';
import { endDay } from './days.js';

export interface AgreementParty {
  readonly groupId?: string;
  readonly name?: string;
  readonly signedAs?: string;
}

export interface AgreementFacts {
  readonly title: string;
  readonly parties: readonly AgreementParty[];
  readonly purposes: readonly string[];
  readonly areas: readonly string[];
  readonly signedOn: PartialDate;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly documentHash?: string;
}

/** What has happened to the agreement since it was signed. */
export interface AgreementFact {
  readonly factId: string;
  readonly what: 'renewed' | 'terminated' | 'followed-up';
  readonly on: PartialDate;
  readonly to?: PartialDate;
  readonly publicSummary?: string;
  readonly details?: Personal;
  readonly reason?: Personal;
  readonly basis?: DecisionPointRef;
}

export interface AgreementState {
  /** Empty until it is registered. */
  readonly id: string;
  readonly registrationId: string;
  readonly registered: AgreementFacts & { readonly basis?: DecisionPointRef };
  /** In the order of registration. */
  readonly facts: readonly AgreementFact[];
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export type AgreementCommand =
  | (AgreementFacts & Based & { readonly type: 'SignAgreement'; readonly agreementId: string })
  | (Based & { readonly type: 'RenewAgreement'; readonly on: PartialDate; readonly to?: PartialDate })
  | (Based & { readonly type: 'TerminateAgreement'; readonly on: PartialDate; readonly reason?: string })
  | (Based & {
      readonly type: 'FollowUpAgreement';
      readonly on: PartialDate;
      readonly publicSummary?: string;
      readonly details?: string;
    })
  | (Partial<AgreementFacts> & {
      readonly type: 'CorrectAgreementRegistration';
      readonly corrects: string;
      readonly on?: PartialDate;
      readonly withdrawn?: true;
      readonly reason?: string;
    });

const unregistered: AgreementState = {
  ...{ id: '', registrationId: '', facts: [] },
  registered: { title: '', parties: [], purposes: [], areas: [], signedOn: 'unknown' as PartialDate },
};

/** An agreement on cooperation (samverkansöverenskommelse, lag 2023:196 9 §). */
export const agreementAggregate: Aggregate<AgreementState, AgreementCommand, AgreementEvent> = {
  category: 'agreement',
  catalogue: agreementEvents,
  initialState: unregistered,
  decide,
  evolve(state, event) {
    switch (event.type) {
      case 'AgreementSigned': {
        const { agreementId: id, registrationId, ...registered } = event.data;
        return { ...state, id, registrationId, registered };
      }
      case 'AgreementRenewed':
      case 'AgreementTerminated':
      case 'AgreementFollowedUp': {
        const { agreementId: _, ...fact } = event.data;
        return { ...state, facts: [...state.facts, { what: WHAT[event.type], ...fact }] };
      }
      case 'AgreementRegistrationCorrected': {
        const { agreementId: _, corrects, reason: _why, withdrawn, ...changes } = event.data;
        if (corrects === state.registrationId) return { ...state, registered: { ...state.registered, ...changes } };
        const facts = state.facts.flatMap((fact) => {
          if (fact.factId !== corrects) return [fact];
          return withdrawn ? [] : [{ ...fact, ...changes }];
        });
        return { ...state, facts };
      }
      default:
        return state;
    }
  },
};

const WHAT = {
  AgreementRenewed: 'renewed',
  AgreementTerminated: 'terminated',
  AgreementFollowedUp: 'followed-up',
} as const;

/** The days it holds: as signed, prolonged by renewals, cut by an end. */
export function agreementPeriod({ registered, facts }: AgreementState): { from?: CivilDate; to?: CivilDate } {
  const from = firstDay(registered.from ?? registered.signedOn);
  const renewals = facts.filter(({ what }) => what === 'renewed');
  const last = renewals.toSorted((a, b) => ((firstDay(a.on) ?? '') < (firstDay(b.on) ?? '') ? -1 : 1)).at(-1);
  const limit = endDay(last ? last.to : registered.to);
  const ended = facts
    .filter(({ what }) => what === 'terminated')
    .flatMap(({ on }) => firstDay(on) ?? [])
    .sort()[0];
  const to = limit === undefined || (ended !== undefined && ended < limit) ? ended : limit;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function decide(state: AgreementState, command: AgreementCommand, context: DecideContext): readonly AgreementEvent[] {
  if (command.type === 'SignAgreement') {
    checkNew(state.id, 'agreement');
    const { agreementId } = command;
    const data = { agreementId, registrationId: context.id(0), ...contentOf(command) };
    return [{ type: 'AgreementSigned', data: { ...data, ...withoutUndefined({ basis: command.basis }) } as never }];
  }
  checkRegistered(state.id, 'agreement');
  const agreementId = state.id;
  const fact = { agreementId, factId: context.id(0) };
  switch (command.type) {
    case 'RenewAgreement': {
      const { on, to, basis } = command;
      checkOrder(on, to, '/to');
      return [{ type: 'AgreementRenewed', data: { ...fact, on, ...withoutUndefined({ to, basis }) } }];
    }
    case 'TerminateAgreement': {
      const { on, basis } = command;
      const reason = sealedText(agreementId, command.reason);
      return [{ type: 'AgreementTerminated', data: { ...fact, on, ...withoutUndefined({ reason, basis }) } }];
    }
    case 'FollowUpAgreement': {
      const { on, basis } = command;
      const texts = { publicSummary: tidied(command.publicSummary), details: sealedText(agreementId, command.details) };
      return [{ type: 'AgreementFollowedUp', data: { ...fact, on, ...withoutUndefined({ ...texts, basis }) } }];
    }
    case 'CorrectAgreementRegistration':
      return correct(state, command);
  }
}

function correct(
  state: AgreementState,
  command: Extract<AgreementCommand, { type: 'CorrectAgreementRegistration' }>,
): readonly AgreementEvent[] {
  const { type: _, corrects, withdrawn, reason, on, ...given } = command;
  const fact = state.facts.find(({ factId }) => factId === corrects);
  if (!fact && corrects !== state.registrationId) unknownFact('agreement');
  if (!fact && withdrawn) {
    throw new Refusal('registration-stands', 'the registration itself cannot be withdrawn', '/withdrawn');
  }
  if (fact) checkFields(withoutUndefined(given), fact.what === 'renewed' && !withdrawn ? ['to'] : []);
  else checkFields(withoutUndefined({ on }), []);
  const data = { agreementId: state.id, corrects, ...contentOf(given), ...withoutUndefined({ on, withdrawn }) };
  const why = withoutUndefined({ reason: sealedText(state.id, reason) });
  return [{ type: 'AgreementRegistrationCorrected', data: { ...data, ...why } }];
}

function contentOf(facts: Partial<AgreementFacts>) {
  const { title, parties, purposes, areas, signedOn, from, to, documentHash } = facts;
  checkOrder(from ?? signedOn, to, '/to');
  return withoutUndefined({
    ...{ title: tidied(title), signedOn, from, to, documentHash },
    purposes: purposes && tidyList(purposes),
    areas: areas && tidyList(areas),
    parties: parties?.map(({ groupId, name, signedAs }) =>
      withoutUndefined({ groupId, name: tidied(name), signedAs: tidied(signedAs) }),
    ),
  });
}
