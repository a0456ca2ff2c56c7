import type { DecisionPointRef, RecordedEvent } from '@liggare/kernel';
import type { GroupState } from './state.js';

/** One thing that was recorded of somebody's membership, as the log has it. */
export interface Chapter {
  readonly position: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly appointmentId?: string;
  /** The day it is about, as well as it is known. */
  readonly on?: string;
  /** Why it ended, on what ground a recall was, or whose mistake a correction puts right. */
  readonly cause?: string;
  /** What it rests on: the way down to the minutes. */
  readonly basis?: DecisionPointRef;
  /** Of whom it is: a person, or a policy of the register. */
  readonly actor: { readonly id: string; readonly role: string };
}

interface Told {
  readonly appointmentId?: string;
  readonly resignationId?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly on?: string;
  readonly receivedOn?: string;
  readonly since?: string;
  readonly finalOn?: string;
  readonly cause?: string;
  readonly ground?: string;
  readonly mistake?: string;
  readonly basis?: DecisionPointRef;
  readonly decisionId?: string;
  readonly point?: number;
}

/**
 * Pure: everything in a group's stream that bears on one person's seats in it, oldest first: elected, in which role,
 * asked to leave, ended, corrected; and the annulments of what any of that rests on.
 * @param state the fold of all the events
 */
export function membershipStory(personId: string, events: readonly RecordedEvent[], state: GroupState): Chapter[] {
  const theirs = new Set(
    state.appointments.filter((a) => a.personId === personId).map(({ appointmentId }) => appointmentId),
  );
  // Somebody else is registered there now; it was this person's once.
  for (const { data } of events) {
    const told = data as Told;
    if (told.appointmentId !== undefined && told.personId === personId) theirs.add(told.appointmentId);
  }
  const bases = new Set<string>();
  const story: Chapter[] = [];
  for (const event of events) {
    const told = event.data as Told;
    const about = told.appointmentId !== undefined && theirs.has(told.appointmentId);
    if (about && told.basis) bases.add(keyOf(told.basis));
    const annuls = event.type.startsWith('BasisAnnul') && bases.has(`${told.decisionId} ${told.point}`);
    if (about || annuls) story.push(chapterOf(event, told));
  }
  return story;
}

function chapterOf({ position, recordedAt, type, metadata }: RecordedEvent, told: Told): Chapter {
  const on = told.on ?? told.from ?? told.receivedOn ?? told.since ?? told.finalOn;
  const cause = told.ground ?? told.cause ?? told.mistake;
  const { decisionId, point } = told;
  const annulled = decisionId === undefined || point === undefined ? undefined : { decisionId, point };
  const basis = told.basis ?? annulled;
  return {
    ...{ position: position.toString(), recordedAt, type },
    ...(told.appointmentId === undefined ? {} : { appointmentId: told.appointmentId }),
    ...(on === undefined ? {} : { on }),
    ...(cause === undefined ? {} : { cause }),
    ...(basis ? { basis } : {}),
    actor: { id: metadata.actor.id, role: metadata.actor.role },
  };
}

function keyOf({ decisionId, point }: DecisionPointRef): string {
  return `${decisionId} ${point}`;
}
