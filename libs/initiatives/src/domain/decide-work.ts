import { type DecideContext, Refusal, sealedText, tidied, tidy, withoutUndefined } from '@liggare/kernel';
import { checkOrder } from './check-order.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeState } from './initiative.js';
import type { DayPeriod, WorkCommand } from './work-commands.js';

/** @throws Refusal an unknown link, legal basis or planned follow-up; `from` after `to`; a period without days */
export function decideWork(
  state: InitiativeState,
  command: WorkCommand,
  context: DecideContext,
): readonly InitiativeEvent[] {
  const initiativeId = state.id;
  const { basis } = command;
  switch (command.type) {
    case 'AddressProblem': {
      const { problemId, causeId, from, to } = command;
      checkOrder(from, to);
      const data = { initiativeId, addressId: context.id(0), problemId };
      return [{ type: 'ProblemAddressed', data: { ...data, ...withoutUndefined({ causeId, from, to, basis }) } }];
    }
    case 'StopAddressingProblem': {
      const { addressId, to } = command;
      const found = state.addresses.find((one) => one.addressId === addressId);
      if (!found) throw new Refusal('unknown-address', 'the initiative meets no such problem', '/addressId');
      if (found.to === to) return [];
      checkOrder(found.from, to);
      const data = { initiativeId, addressId, to, ...withoutUndefined({ basis }) };
      return [{ type: 'ProblemNoLongerAddressed', data }];
    }
    case 'SetBudget': {
      const { amount } = command;
      const data = { initiativeId, budgetId: context.id(0), period: days(command.period), amount };
      const more = withoutUndefined({ funding: tidied(command.funding), basis });
      return [{ type: 'BudgetSet', data: { ...data, ...more } }];
    }
    case 'StateLegalBasis': {
      const { from, to } = command;
      checkOrder(from, to);
      const data = { initiativeId, legalBasisId: context.id(0), statute: tidy(command.statute) };
      return [{ type: 'LegalBasisStated', data: { ...data, ...withoutUndefined({ from, to, basis }) } }];
    }
    case 'EndLegalBasis': {
      const { legalBasisId, to } = command;
      const found = state.legalBases.find((one) => one.legalBasisId === legalBasisId);
      if (!found) throw new Refusal('unknown-legal-basis', 'the initiative has no such legal basis', '/legalBasisId');
      if (found.to === to) return [];
      checkOrder(found.from, to);
      return [{ type: 'LegalBasisEnded', data: { initiativeId, legalBasisId, to, ...withoutUndefined({ basis }) } }];
    }
    case 'PlanFollowUp': {
      const [period, { dueOn }] = [days(command.period), command];
      const same = state.plannedFollowUps.some((one) => one.dueOn === dueOn && isSame(one.period, period));
      if (same) return [];
      const data = { initiativeId, plannedId: context.id(0), period, dueOn, ...withoutUndefined({ basis }) };
      return [{ type: 'FollowUpPlanned', data }];
    }
    case 'RecordFollowUp': {
      const { madeOn, assessment, continuation, summary, evidence, evidenceReference, plannedId } = command;
      if (plannedId !== undefined && !state.plannedFollowUps.some((one) => one.plannedId === plannedId)) {
        throw new Refusal('unknown-planned-follow-up', 'no such follow-up of the initiative is planned', '/plannedId');
      }
      const data = { initiativeId, followUpId: context.id(0), period: days(command.period), madeOn, assessment };
      const texts = {
        summary: tidied(summary),
        evidence: sealedText(initiativeId, evidence),
        evidenceReference: tidied(evidenceReference),
      };
      const more = withoutUndefined({ continuation, ...texts, plannedId, basis });
      return [{ type: 'FollowUpRecorded', data: { ...data, ...more } }];
    }
  }
}

function days({ from, to }: DayPeriod): DayPeriod {
  if (to <= from) throw new Refusal('empty-period', 'the period has no day', '/period/to');
  return { from, to };
}

function isSame(a: DayPeriod, b: DayPeriod): boolean {
  return a.from === b.from && a.to === b.to;
}
