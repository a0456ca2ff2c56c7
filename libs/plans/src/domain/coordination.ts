import {
  type Aggregate,
  type DecideContext,
  type DecisionPointRef,
  type PartialDate,
  Refusal,
  sealedText,
  tidied,
  withoutUndefined,
} from '@liggare/kernel';
import { checkFields, checkOrder, checkRegistered, unknownFact } from './checks.js';
import { coordinationEvents, type CoordinationEvent } from './coordination-events.js';
import type { Duty, ReportedSubject } from './plans-vocabulary.js';

interface Based {
  readonly basis?: DecisionPointRef;
}

export interface Designation extends Based {
  readonly factId: string;
  readonly duty: Duty;
  readonly groupId?: string;
  readonly name?: string;
  readonly from: PartialDate;
}

export interface DesignationEnd extends Based {
  readonly factId: string;
  readonly ends: string;
  readonly on: PartialDate;
}

export interface CouncilReport extends Based {
  readonly factId: string;
  readonly on: PartialDate;
  readonly about: ReportedSubject;
  readonly publicSummary?: string;
  readonly documentHash?: string;
}

/** All lists are in the order of registration. */
export interface CoordinationState {
  /** Empty until something is registered. */
  readonly id: string;
  readonly designations: readonly Designation[];
  readonly ends: readonly DesignationEnd[];
  readonly reports: readonly CouncilReport[];
}

export type CoordinationCommand =
  | (Based & {
      readonly type: 'DesignateDuty';
      readonly coordinationId?: string;
      readonly duty: Duty;
      readonly groupId?: string;
      readonly name?: string;
      readonly from: PartialDate;
    })
  | (Based & { readonly type: 'EndDuty'; readonly ends: string; readonly on: PartialDate })
  | (Based & Omit<CouncilReport, 'factId'> & { readonly type: 'InformCouncil' })
  | {
      readonly type: 'CorrectCoordinationRegistration';
      readonly corrects: string;
      readonly groupId?: string;
      readonly name?: string;
      readonly from?: PartialDate;
      readonly on?: PartialDate;
      readonly withdrawn?: true;
      readonly reason?: string;
    };

/** How the municipality leads and coordinates the work (lag 2023:196 8–13 §§). */
export const coordinationAggregate: Aggregate<CoordinationState, CoordinationCommand, CoordinationEvent> = {
  category: 'coordination',
  catalogue: coordinationEvents,
  initialState: { id: '', designations: [], ends: [], reports: [] },
  decide,
  evolve(state, event) {
    const { coordinationId: id } = event.data;
    switch (event.type) {
      case 'DutyDesignated': {
        const { coordinationId: _, ...designation } = event.data;
        return { ...state, id, designations: [...state.designations, designation] };
      }
      case 'DutyEnded': {
        const { coordinationId: _, ...end } = event.data;
        return { ...state, ends: [...state.ends, end] };
      }
      case 'CouncilInformed': {
        const { coordinationId: _, ...report } = event.data;
        return { ...state, reports: [...state.reports, report] };
      }
      case 'CoordinationRegistrationCorrected': {
        const { coordinationId: _, corrects, reason: _why, withdrawn, ...changes } = event.data;
        const corrected = <Fact extends { readonly factId: string }>(facts: readonly Fact[]) =>
          facts.flatMap((fact) => (fact.factId !== corrects ? [fact] : withdrawn ? [] : [{ ...fact, ...changes }]));
        const { designations, ends, reports } = state;
        const lists = { designations: corrected(designations), ends: corrected(ends), reports: corrected(reports) };
        return { ...state, ...lists };
      }
      default:
        return state;
    }
  },
};

/** @throws Refusal `nobody-named`, `not-registered`, `unknown-fact`, `from-after-to`, `no-such-field` */
function decide(
  state: CoordinationState,
  command: CoordinationCommand,
  context: DecideContext,
): readonly CoordinationEvent[] {
  if (command.type === 'DesignateDuty') {
    const { coordinationId = state.id, duty, groupId, from, basis } = command;
    checkRegistered(coordinationId, 'coordination');
    const name = tidied(command.name);
    if (groupId === undefined && name === undefined) {
      throw new Refusal('nobody-named', 'a body or a function must be named', '/name');
    }
    const data = { coordinationId, factId: context.id(0), duty, from, ...withoutUndefined({ groupId, name, basis }) };
    return [{ type: 'DutyDesignated', data }];
  }
  checkRegistered(state.id, 'coordination');
  const fact = { coordinationId: state.id, factId: context.id(0) };
  switch (command.type) {
    case 'EndDuty': {
      const { ends, on, basis } = command;
      const designation = state.designations.find(({ factId }) => factId === ends);
      if (!designation) throw new Refusal('unknown-fact', 'there is no such designation', '/ends');
      checkOrder(designation.from, on, '/on');
      return [{ type: 'DutyEnded', data: { ...fact, ends, on, ...withoutUndefined({ basis }) } }];
    }
    case 'InformCouncil': {
      const { on, about, documentHash, basis } = command;
      const told = withoutUndefined({ publicSummary: tidied(command.publicSummary), documentHash, basis });
      return [{ type: 'CouncilInformed', data: { ...fact, on, about, ...told } }];
    }
    case 'CorrectCoordinationRegistration': {
      const { type: _, corrects, withdrawn, reason, ...given } = command;
      const has = (facts: readonly { readonly factId: string }[]) => facts.some(({ factId }) => factId === corrects);
      const designated = has(state.designations);
      if (!designated && !has(state.ends) && !has(state.reports)) unknownFact('coordination');
      const changes = withoutUndefined({ ...given, name: tidied(given.name) });
      checkFields(changes, withdrawn ? [] : designated ? ['groupId', 'name', 'from'] : ['on']);
      const why = withoutUndefined({ withdrawn, reason: sealedText(state.id, reason) });
      const data = { coordinationId: state.id, corrects, ...changes, ...why };
      return [{ type: 'CoordinationRegistrationCorrected', data }];
    }
  }
}
