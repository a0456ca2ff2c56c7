import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import { checkOrder } from './check-order.js';
import type { AddPartner, AssignResponsibility, EndResponsibility, PartnerLeaves } from './initiative-commands.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeState } from './initiative.js';

/** That a new lead takes over from the earlier one needs no event of its own: `responsibility-periods` reads it so. */
export function assignResponsibility(
  state: InitiativeState,
  command: AssignResponsibility,
  context: DecideContext,
): readonly InitiativeEvent[] {
  const { role, from, to, basis } = command;
  const name = command.body.name?.normalize('NFC').trim();
  const body = withoutUndefined({ groupId: command.body.groupId, name });
  if (body.groupId === undefined && body.name === undefined) {
    throw new Refusal('no-body', 'a responsibility needs a body, by id or by name', '/body');
  }
  checkOrder(from, to);
  const data = { initiativeId: state.id, responsibilityId: context.id(0), body, role, from };
  return [{ type: 'ResponsibilityAssigned', data: { ...data, ...withoutUndefined({ to, basis }) } }];
}

export function endResponsibility(state: InitiativeState, command: EndResponsibility): readonly InitiativeEvent[] {
  const { responsibilityId, to, basis } = command;
  const found = state.responsibilities.find((responsibility) => responsibility.responsibilityId === responsibilityId);
  if (!found) {
    throw new Refusal('unknown-responsibility', 'the initiative has no such responsibility', '/responsibilityId');
  }
  if (found.to === to) return [];
  checkOrder(found.from, to);
  const data = { initiativeId: state.id, responsibilityId, to, ...withoutUndefined({ basis }) };
  return [{ type: 'ResponsibilityEnded', data }];
}

export function addPartner(
  state: InitiativeState,
  command: AddPartner,
  context: DecideContext,
): readonly InitiativeEvent[] {
  const { from, basis } = command;
  const name = command.name.normalize('NFC').trim();
  const data = { initiativeId: state.id, partnerId: context.id(0), name, ...withoutUndefined({ from, basis }) };
  return [{ type: 'PartnerAdded', data }];
}

export function partnerLeaves(state: InitiativeState, command: PartnerLeaves): readonly InitiativeEvent[] {
  const { partnerId, to, basis } = command;
  const found = state.partners.find((partner) => partner.partnerId === partnerId);
  if (!found) throw new Refusal('unknown-partner', 'the initiative has no such partner', '/partnerId');
  if (found.to === to) return [];
  checkOrder(found.from, to);
  return [{ type: 'PartnerLeft', data: { initiativeId: state.id, partnerId, to, ...withoutUndefined({ basis }) } }];
}
