import type { Appointment, AppointmentEnd, GroupState } from '@liggare/groups';

/** Every end that is registered, with the appointment it ends. */
export function* endsOf({ appointments }: GroupState): Iterable<{ appointment: Appointment; end: AppointmentEnd }> {
  for (const appointment of appointments) for (const end of appointment.ends) yield { appointment, end };
}
