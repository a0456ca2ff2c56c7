import { EventCatalogue, type EventOf } from '@liggare/kernel';
import { BasisAnnulled, BasisAnnulmentRetracted } from './annulment-events.js';
import {
  AppointmentCorrected,
  AppointmentEndCorrected,
  AppointmentEnded,
  AppointmentEndRegisteredInError,
  AppointmentRegisteredInError,
  MemberAppointed,
  ResignationDeclined,
  ResignationRequested,
  ResignationWithdrawn,
  RoleAssigned,
  RoleEnded,
  SubstituteAppointed,
} from './appointment-events.js';
import {
  GroupRegisteredInError,
  GroupRegistrationCorrected,
  RoleCorrected,
  RoleRegisteredInError,
} from './correction-events.js';
import { EligibilityLost, EligibilityRetained } from './eligibility-events.js';
import { SeatFunctionAssigned, SeatFunctionEnded } from './function-seat-events.js';
import {
  GroupDissolved,
  GroupEstablished,
  GroupRenamed,
  InstructionAdopted,
  InstructionCorrected,
  SeatsChanged,
  SuccessorNamed,
  VacancyExplained,
} from './group-events.js';
import { UnderlyingSeatNotRequired, UnderlyingSeatRequired } from './underlying-seat-events.js';

/** Everything that can happen to a group. */
export const groupEvents = new EventCatalogue([
  GroupEstablished,
  GroupRenamed,
  SuccessorNamed,
  InstructionAdopted,
  InstructionCorrected,
  SeatsChanged,
  MemberAppointed,
  SubstituteAppointed,
  SeatFunctionAssigned,
  SeatFunctionEnded,
  RoleAssigned,
  RoleEnded,
  ResignationRequested,
  ResignationWithdrawn,
  ResignationDeclined,
  AppointmentEnded,
  AppointmentCorrected,
  AppointmentRegisteredInError,
  AppointmentEndCorrected,
  AppointmentEndRegisteredInError,
  VacancyExplained,
  GroupDissolved,
  BasisAnnulled,
  BasisAnnulmentRetracted,
  EligibilityLost,
  EligibilityRetained,
  RoleCorrected,
  RoleRegisteredInError,
  GroupRegistrationCorrected,
  GroupRegisteredInError,
  UnderlyingSeatRequired,
  UnderlyingSeatNotRequired,
]);

export type GroupEvent = EventOf<(typeof groupEvents.definitions)[number]>;
