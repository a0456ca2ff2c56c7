import type { DecideContext } from '@liggare/kernel';
import type { GroupCommand } from './commands.js';
import { annulBasis, retractAnnulment } from './decide-annulments.js';
import { appoint, correctAppointment, discardAppointment } from './decide-appointments.js';
import { correctGroup, correctRole, discardGroup, discardRole, receiveAppointment } from './decide-corrections.js';
import { correctEndsByDeath, endAppointmentsOfDeceased } from './decide-deaths.js';
import {
  answerResignation,
  correctAppointmentEnd,
  discardAppointmentEnd,
  endAppointment,
  requestResignation,
} from './decide-ends.js';
import { loseEligibility, recallAll, retainDespiteLoss } from './decide-eligibility.js';
import {
  adoptInstruction,
  assignFunctionSeat,
  changeSeats,
  correctInstruction,
  dissolve,
  endFunctionSeat,
  establish,
  explainVacancy,
  nameSuccessor,
  rename,
} from './decide-group.js';
import { assignRole, endRole } from './decide-roles.js';
import {
  followUnderlyingSeats,
  noLongerRequireUnderlyingSeat,
  requireUnderlyingSeat,
} from './decide-underlying-seats.js';
import type { GroupEvent } from './events.js';
import { established } from './refusals.js';
import type { GroupState } from './state.js';

/**
 * State × command → events. Refuses only what could not be true: an unknown appointment, a seat of a kind held twice
 * on one day, a person twice in one kind of seat, a period that ends before it begins, a role outside its seat.
 * @throws Refusal
 */
export function decide(state: GroupState, command: GroupCommand, context: DecideContext): GroupEvent[] {
  if (command.type === 'EstablishGroup') return establish(state, command);
  const term = established(state);
  switch (command.type) {
    case 'RenameGroup':
      return rename(state, command);
    case 'NameSuccessor':
      return nameSuccessor(term, command);
    case 'AdoptInstruction':
      return adoptInstruction(state, command);
    case 'CorrectInstruction':
      return correctInstruction(state, command);
    case 'ChangeSeats':
      return changeSeats(command);
    case 'AppointMember':
    case 'AppointSubstitute':
      return appoint(state, command, context);
    case 'AssignFunctionSeat':
      return assignFunctionSeat(state, command, context);
    case 'EndFunctionSeat':
      return endFunctionSeat(state, command);
    case 'AssignRole':
      return assignRole(state, command, context);
    case 'EndRole':
      return endRole(state, command);
    case 'RequestResignation':
      return requestResignation(state, command, context);
    case 'WithdrawResignation':
    case 'DeclineResignation':
      return answerResignation(state, command);
    case 'EndAppointment':
      return endAppointment(state, command, context);
    case 'LoseEligibility':
      return loseEligibility(state, command, context);
    case 'RetainDespiteLoss':
      return retainDespiteLoss(state, command);
    case 'RecallAll':
      return recallAll(state, command, context);
    case 'EndAppointmentsOfDeceased':
      return endAppointmentsOfDeceased(state, command, context);
    case 'CorrectEndsByDeath':
      return correctEndsByDeath(state, command, context);
    case 'CorrectAppointment':
      return correctAppointment(state, command);
    case 'DiscardAppointment':
      return discardAppointment(state, command);
    case 'CorrectAppointmentEnd':
      return correctAppointmentEnd(state, command, context);
    case 'DiscardAppointmentEnd':
      return discardAppointmentEnd(state, command);
    case 'CorrectRole':
      return correctRole(state, command);
    case 'DiscardRole':
      return discardRole(state, command);
    case 'CorrectGroup':
      return correctGroup(state, command);
    case 'DiscardGroup':
      return discardGroup(state, command);
    case 'ReceiveAppointment':
      return receiveAppointment(state, command, context);
    case 'RequireUnderlyingSeat':
      return requireUnderlyingSeat(state, command);
    case 'NoLongerRequireUnderlyingSeat':
      return noLongerRequireUnderlyingSeat(state, command);
    case 'FollowUnderlyingSeats':
      return followUnderlyingSeats(state, command, context);
    case 'ExplainVacancy':
      return explainVacancy(command);
    case 'DissolveGroup':
      return dissolve(term, command);
    case 'AnnulBasis':
      return annulBasis(state, command);
    case 'RetractAnnulment':
      return retractAnnulment(state, command);
  }
}
