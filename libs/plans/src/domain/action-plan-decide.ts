import { type DecideContext, Refusal, sealedText, tidied, withoutUndefined } from '@liggare/kernel';
import type { ActionPlanCommand, ActionPlanState, FollowUpFacts, PlainPlanItem, PlanFacts } from './action-plan.js';
import type { ActionPlanEvent } from './action-plan-events.js';
import { checkFields, checkNew, checkOrder, checkRegistered, unknownFact } from './checks.js';

const OF_FOLLOW_UPS = ['on', 'periodFrom', 'periodTo', 'publicSummary', 'details'];
const OF_VERSIONS = ['title', 'adoptedOn', 'from', 'to', 'restsOn', 'items', 'documentHash'];

/**
 * @throws Refusal `already-exists`, `not-registered`, `from-after-to`, `same-item-twice`, `unknown-fact`, `no-such-field`
 */
export function decideActionPlan(
  state: ActionPlanState,
  command: ActionPlanCommand,
  context: DecideContext,
): readonly ActionPlanEvent[] {
  switch (command.type) {
    case 'AdoptActionPlan':
      checkNew(state.id, 'action plan');
      return [adopted(state, command.actionPlanId, command, context)];
    case 'ReviseActionPlan':
      checkRegistered(state.id, 'action plan');
      return [adopted(state, state.id, command, context)];
    case 'FollowUpActionPlan': {
      checkRegistered(state.id, 'action plan');
      checkOrder(command.periodFrom, command.periodTo, '/periodTo');
      const { basis } = command;
      const data = { actionPlanId: state.id, followUpId: context.id(0), ...followUpOf(state.id, command) };
      return [{ type: 'ActionPlanFollowedUp', data: { ...data, on: command.on, ...withoutUndefined({ basis }) } }];
    }
    case 'CorrectActionPlanRegistration':
      return correct(state, command, context);
  }
}

function adopted(
  state: ActionPlanState,
  actionPlanId: string,
  command: PlanFacts<PlainPlanItem> & Pick<Extract<ActionPlanCommand, { type: 'ReviseActionPlan' }>, 'basis'>,
  context: DecideContext,
): ActionPlanEvent {
  checkOrder(command.from ?? command.adoptedOn, command.to, '/to');
  const version = Math.max(0, ...state.versions.map((each) => each.version)) + 1;
  const data = {
    ...{ actionPlanId, versionId: context.id(0), version, ...planOf(command, context) },
    ...withoutUndefined({ basis: command.basis }),
  };
  return { type: 'ActionPlanAdopted', data: data as never };
}

function correct(
  state: ActionPlanState,
  command: Extract<ActionPlanCommand, { type: 'CorrectActionPlanRegistration' }>,
  context: DecideContext,
): readonly ActionPlanEvent[] {
  checkRegistered(state.id, 'action plan');
  const { type: _, corrects, withdrawn, reason, ...given } = command;
  const version = state.versions.find(({ versionId }) => versionId === corrects);
  const followUp = state.followUps.find(({ followUpId }) => followUpId === corrects);
  if (!version && !followUp) unknownFact('action plan');
  checkFields(withoutUndefined(given), withdrawn ? [] : version ? OF_VERSIONS : OF_FOLLOW_UPS);
  const changes = version ? planOf(given, context) : followUpOf(state.id, given);
  const merged = { ...version, ...followUp, ...changes };
  checkOrder(merged.from ?? merged.adoptedOn, merged.to, '/to');
  checkOrder(merged.periodFrom, merged.periodTo, '/periodTo');
  const why = withoutUndefined({ withdrawn, reason: sealedText(state.id, reason) });
  return [{ type: 'ActionPlanRegistrationCorrected', data: { actionPlanId: state.id, corrects, ...changes, ...why } }];
}

function planOf(facts: Partial<PlanFacts<PlainPlanItem>>, context: DecideContext) {
  const { title, adoptedOn, from, to, restsOn, items, documentHash } = facts;
  const kept = items?.flatMap(({ itemId }) => itemId ?? []) ?? [];
  if (new Set(kept).size < kept.length) throw new Refusal('same-item-twice', 'an item stands once in a plan', '/items');
  return withoutUndefined({
    ...{ title: tidied(title), adoptedOn, from, to, documentHash },
    restsOn: restsOn && { ...restsOn },
    items: items?.map(({ itemId, text, expectedEffect, bodyName, ...item }, index) => ({
      itemId: itemId ?? context.id(index + 1),
      text: tidied(text)!,
      ...withoutUndefined({ ...item, bodyName: tidied(bodyName), expectedEffect: tidied(expectedEffect) }),
    })),
  });
}

function followUpOf(id: string, facts: Partial<FollowUpFacts<string>>) {
  const { on, periodFrom, periodTo, publicSummary, details } = facts;
  const texts = { publicSummary: tidied(publicSummary), details: sealedText(id, details) };
  return withoutUndefined({ on, periodFrom, periodTo, ...texts });
}
