import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type {
  EligibilityGround,
  EndCause,
  LegalForm,
  RecallGround,
  Role,
  SeatKind,
  VacancyReason,
} from './vocabulary.js';

/** When the group exists, and what becomes of it. */
export interface Term {
  readonly legalForm: LegalForm;
  readonly from: PartialDate;
  readonly to?: PartialDate;
  readonly appointingBody?: string;
  readonly appointingBodyId?: string;
  readonly predecessorId?: string;
  readonly successorId?: string;
  readonly dissolution?: { readonly on: CivilDate; readonly basis?: DecisionPointRef };
  readonly basis?: DecisionPointRef;
}

/** A name from a day on; the first one, from the beginning, has no day. */
export interface GroupName {
  readonly name: string;
  readonly from?: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface Instruction {
  /** Order of registration among all that sets seats: of two that take effect on one day, the later registered wins. */
  readonly sequence: number;
  readonly version: number;
  readonly effectiveFrom: PartialDate;
  readonly memberSeats: number;
  readonly substituteSeats: number;
  readonly purpose?: string;
  readonly tasks?: readonly string[];
  readonly rules?: string;
  readonly documentHash?: string;
  readonly basis?: DecisionPointRef;
  /** The decision points of the clerical corrections, oldest first. */
  readonly correctedBy: readonly DecisionPointRef[];
}

export interface SeatChange {
  readonly sequence: number;
  readonly kind: SeatKind;
  readonly seats: number;
  readonly from: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface AppointmentEnd {
  readonly endId: string;
  readonly on: PartialDate;
  readonly cause: EndCause;
  readonly ground?: RecallGround;
  readonly resignationId?: string;
  /** The seat in another group whose loss this end is derived from. */
  readonly restsOn?: { readonly groupId: string; readonly appointmentId: string };
  readonly basis?: DecisionPointRef;
}

export interface RoleAssignment {
  readonly roleId: string;
  readonly role: Role;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly basis?: DecisionPointRef;
  readonly endBasis?: DecisionPointRef;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly kind: SeatKind;
  readonly personId: string;
  readonly seat: number;
  readonly nominatingPartyId?: string;
  readonly from: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
  /** It was first registered in another group, by mistake. */
  readonly movedFrom?: { readonly groupId: string; readonly appointmentId: string };
  /** Everything registered as its end; the earliest counts. */
  readonly ends: readonly AppointmentEnd[];
  readonly roles: readonly RoleAssignment[];
}

/** The holder is no longer eligible; what follows is an end, or the council's leave to stay. */
export interface EligibilityLoss {
  readonly lossId: string;
  readonly appointmentId: string;
  readonly ground: EligibilityGround;
  readonly since: PartialDate;
  readonly basis?: DecisionPointRef;
  readonly retained?: { readonly on: CivilDate; readonly basis?: DecisionPointRef };
}

export interface Resignation {
  readonly resignationId: string;
  readonly appointmentId: string;
  readonly receivedOn: CivilDate;
  readonly wishedFrom?: CivilDate;
  readonly registryNumber?: string;
  readonly status: 'open' | 'withdrawn' | 'declined' | 'granted';
}

export interface FunctionSeat {
  readonly functionSeatId: string;
  readonly seat: number;
  readonly function: string;
  readonly organisation?: string;
  readonly personId?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface VacancyExplanation {
  readonly kind: SeatKind;
  readonly seat: number;
  readonly reason: VacancyReason;
  readonly partyId?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly basis?: DecisionPointRef;
}

/** A decision point that a court annulled, by a judgment that became final on the day. */
export interface Annulment extends DecisionPointRef {
  readonly finalOn: CivilDate;
}

/** Whoever sits in the group needs a seat in another one, `[from, to)`. */
export interface Underlying {
  readonly underlyingId: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly basis?: DecisionPointRef;
}

/** A group in time, as the events of its stream tell it. */
export interface GroupState {
  /** The group was registered by mistake; `otherId`: it was another one all along. No term is in force then. */
  readonly registeredInError?: { readonly otherId?: string };
  /** Absent until the group is established. */
  readonly term?: Term;
  readonly underlying?: Underlying;
  readonly names: readonly GroupName[];
  readonly instructions: readonly Instruction[];
  readonly seatChanges: readonly SeatChange[];
  /** In the order they were registered. */
  readonly appointments: readonly Appointment[];
  readonly resignations: readonly Resignation[];
  readonly losses: readonly EligibilityLoss[];
  readonly functionSeats: readonly FunctionSeat[];
  readonly vacancies: readonly VacancyExplanation[];
  /** Decision points that courts have annulled; in the order they were registered, one each. */
  readonly annulments: readonly Annulment[];
  /**
   * Some point was taken to be annulled once. A seat that was given away meanwhile may then have two holders, also when the
   * annulment proves to have been registered in error.
   */
  readonly everAnnulled?: true;
}

export const NO_GROUP: GroupState = {
  names: [],
  instructions: [],
  seatChanges: [],
  appointments: [],
  resignations: [],
  losses: [],
  functionSeats: [],
  vacancies: [],
  annulments: [],
};

export function findAppointment(state: GroupState, appointmentId: string): Appointment | undefined {
  return state.appointments.find((a) => a.appointmentId === appointmentId);
}
