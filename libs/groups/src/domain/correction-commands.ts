import type { CivilDate, PartialDate } from '@liggare/kernel';
import type { ClearableOfGroup } from './correction-events.js';
import type { Appointment } from './state.js';
import type { LegalForm, Mistake, Role } from './vocabulary.js';

/** Which appointment of which group. */
export interface AppointmentRef {
  readonly groupId: string;
  readonly appointmentId: string;
}

export interface CorrectRole {
  readonly type: 'CorrectRole';
  readonly appointmentId: string;
  readonly roleId: string;
  readonly role?: Role;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly clears?: readonly 'to'[];
  readonly mistake?: Mistake;
}

export interface DiscardRole {
  readonly type: 'DiscardRole';
  readonly appointmentId: string;
  readonly roleId: string;
  readonly mistake?: Mistake;
}

/** `dissolvedOn`: only where a dissolution is registered. */
export interface CorrectGroup {
  readonly type: 'CorrectGroup';
  readonly name?: string;
  readonly legalForm?: LegalForm;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly appointingBody?: string;
  readonly appointingBodyId?: string;
  readonly predecessorId?: string;
  readonly dissolvedOn?: CivilDate;
  readonly clears?: readonly ClearableOfGroup[];
  readonly mistake?: Mistake;
}

/** Refused while the group has appointments: they are moved or discarded first, so that each is accounted for. */
export interface DiscardGroup {
  readonly type: 'DiscardGroup';
  readonly otherId?: string;
  readonly mistake?: Mistake;
}

/** An appointment that was registered in another group by mistake, with its ends and roles. */
export interface ReceiveAppointment {
  readonly type: 'ReceiveAppointment';
  readonly appointmentId: string;
  readonly seat?: number;
  readonly appointment: Appointment;
  readonly movedFrom: AppointmentRef;
}

/** Registered in the wrong group: it is registered in `groupId`, and discarded here. Asked of both groups in turn. */
export interface MoveAppointment {
  readonly type: 'MoveAppointment';
  readonly appointmentId: string;
  readonly groupId: string;
  readonly seat?: number;
}

export type CorrectionCommand = CorrectRole | DiscardRole | CorrectGroup | DiscardGroup | ReceiveAppointment;
