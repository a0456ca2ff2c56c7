import type { AnnulmentCommand } from './annulment-commands.js';
import type { ClearableOfAppointment } from './appointment-events.js';
import type { AppointmentRef, CorrectionCommand } from './correction-commands.js';
import type { EligibilityCommand } from './eligibility-commands.js';
import type { UnderlyingSeatCommand } from './underlying-seat-commands.js';
import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type {
  CorrectionOrigin,
  EndCause,
  LegalForm,
  Mistake,
  RecallGround,
  Role,
  SeatKind,
  VacancyReason,
} from './vocabulary.js';

export interface Based {
  readonly basis?: DecisionPointRef;
}

interface InstructionTexts {
  readonly purpose?: string;
  readonly tasks?: readonly string[];
  readonly rules?: string;
  readonly documentHash?: string;
}

export interface EstablishGroup extends Based {
  readonly type: 'EstablishGroup';
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly from: PartialDate;
  readonly to?: PartialDate;
  readonly appointingBody?: string;
  readonly appointingBodyId?: string;
  readonly predecessorId?: string;
}

export interface RenameGroup extends Based {
  readonly type: 'RenameGroup';
  readonly name: string;
  readonly from: CivilDate;
}

export interface NameSuccessor extends Based {
  readonly type: 'NameSuccessor';
  readonly successorId: string;
}

/** `version`: the next number unless given. */
export interface AdoptInstruction extends Based, InstructionTexts {
  readonly type: 'AdoptInstruction';
  readonly version?: number;
  readonly effectiveFrom: PartialDate;
  readonly memberSeats: number;
  readonly substituteSeats: number;
}

export interface CorrectInstruction extends Based, InstructionTexts {
  readonly type: 'CorrectInstruction';
  readonly version: number;
  readonly origin: CorrectionOrigin;
  readonly effectiveFrom?: PartialDate;
  readonly memberSeats?: number;
  readonly substituteSeats?: number;
}

export interface ChangeSeats extends Based {
  readonly type: 'ChangeSeats';
  readonly kind: SeatKind;
  readonly seats: number;
  readonly from: CivilDate;
}

/** `appointmentId`: from the context unless given; `seat`: the first that is free for the whole period unless given. */
export interface Appoint extends Based {
  readonly type: 'AppointMember' | 'AppointSubstitute';
  readonly appointmentId?: string;
  readonly personId: string;
  readonly seat?: number;
  readonly nominatingPartyId?: string;
  readonly from: PartialDate;
  readonly to?: PartialDate;
}

export interface AssignFunctionSeat extends Based {
  readonly type: 'AssignFunctionSeat';
  readonly functionSeatId?: string;
  readonly seat?: number;
  readonly function: string;
  readonly organisation?: string;
  readonly personId?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

export interface EndFunctionSeat extends Based {
  readonly type: 'EndFunctionSeat';
  readonly functionSeatId: string;
  readonly on: CivilDate;
}

export interface AssignRole extends Based {
  readonly type: 'AssignRole';
  readonly appointmentId: string;
  readonly role: Role;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/** Ends the role that the appointment holds on `on`. */
export interface EndRole extends Based {
  readonly type: 'EndRole';
  readonly appointmentId: string;
  readonly role: Role;
  readonly on: CivilDate;
}

export interface RequestResignation {
  readonly type: 'RequestResignation';
  readonly appointmentId: string;
  readonly receivedOn: CivilDate;
  readonly wishedFrom?: CivilDate;
  readonly registryNumber?: string;
}

/** About the open request of the appointment. */
export interface WithdrawResignation {
  readonly type: 'WithdrawResignation';
  readonly appointmentId: string;
  readonly on: CivilDate;
}

export interface DeclineResignation extends Based {
  readonly type: 'DeclineResignation';
  readonly appointmentId: string;
  readonly on: CivilDate;
}

/** `ground`: with a recall only. */
export interface EndAppointment extends Based {
  readonly type: 'EndAppointment';
  readonly appointmentId: string;
  readonly on: PartialDate | CivilDate;
  readonly cause: EndCause;
  readonly ground?: RecallGround;
}

/** Ends whatever the person still held after the day of death. Nothing to do when that is nothing. */
export interface EndAppointmentsOfDeceased {
  readonly type: 'EndAppointmentsOfDeceased';
  readonly personId: string;
  readonly on: PartialDate;
}

/** Ends by death move to the right day. `on` absent: the person has not died, and they were registered in error. */
export interface CorrectEndsByDeath {
  readonly type: 'CorrectEndsByDeath';
  readonly personId: string;
  readonly on?: PartialDate;
}

export interface CorrectAppointment {
  readonly type: 'CorrectAppointment';
  readonly appointmentId: string;
  readonly personId?: string;
  readonly seat?: number;
  readonly nominatingPartyId?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly clears?: readonly ClearableOfAppointment[];
  readonly mistake?: Mistake;
}

/** `otherAppointmentId`: the one that it was registered a second time of. `movedTo`: where it belongs. */
export interface DiscardAppointment {
  readonly type: 'DiscardAppointment';
  readonly appointmentId: string;
  readonly otherAppointmentId?: string;
  readonly movedTo?: AppointmentRef;
  readonly mistake?: Mistake;
}

/** `endId`: the end that counts unless given. */
export interface CorrectAppointmentEnd {
  readonly type: 'CorrectAppointmentEnd';
  readonly appointmentId: string;
  readonly endId?: string;
  readonly on?: PartialDate;
  readonly cause?: EndCause;
  readonly mistake?: Mistake;
}

export interface DiscardAppointmentEnd {
  readonly type: 'DiscardAppointmentEnd';
  readonly appointmentId: string;
  readonly endId?: string;
  readonly mistake?: Mistake;
}

export interface ExplainVacancy extends Based {
  readonly type: 'ExplainVacancy';
  readonly kind: SeatKind;
  readonly seat: number;
  readonly reason: VacancyReason;
  readonly partyId?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

export interface DissolveGroup extends Based {
  readonly type: 'DissolveGroup';
  readonly on: CivilDate;
  readonly successorId?: string;
}

export type GroupCommand =
  | EstablishGroup
  | RenameGroup
  | NameSuccessor
  | AdoptInstruction
  | CorrectInstruction
  | ChangeSeats
  | Appoint
  | AssignFunctionSeat
  | EndFunctionSeat
  | AssignRole
  | EndRole
  | RequestResignation
  | WithdrawResignation
  | DeclineResignation
  | EndAppointment
  | EligibilityCommand
  | EndAppointmentsOfDeceased
  | CorrectEndsByDeath
  | CorrectAppointment
  | DiscardAppointment
  | CorrectAppointmentEnd
  | DiscardAppointmentEnd
  | CorrectionCommand
  | UnderlyingSeatCommand
  | ExplainVacancy
  | DissolveGroup
  | AnnulmentCommand;
