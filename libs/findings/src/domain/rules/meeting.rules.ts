import { humansAmong } from '../humans.js';
import { participantsOf, type MeetingState } from '@liggare/decisions';
import { compositionOf } from '@liggare/groups';
import { dayOf } from '../days.js';
import { rule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';

export const noQuorum = rule({
  id: 'meeting-without-quorum',
  about: 'meeting',
  severity: 'breach',
  source: 'KL 5:45, 6:27',
  title: { sv: 'Inte beslutsför', en: 'No quorum' },
  text: {
    sv: '{served} tjänstgjorde av {seats} ledamöter; mer än hälften krävs.',
    en: '{served} served of {seats} members; more than half are required.',
  },
  *examine(meeting, others) {
    const sat = satOn(meeting, others);
    if (!sat || sat.seats === 0) return;
    // Spans of paragraphs: whoever served in any of them counts, so that only what is sure is found.
    const served = new Set(
      (meeting.attendance ?? [])
        .filter(({ role }) => ['member', 'serving-substitute', 'chair', 'acting-chair'].includes(role))
        .map(({ personId, entryId }) => (personId === undefined ? entryId : sat.human(personId))),
    ).size;
    if (served * 2 <= sat.seats) yield { raisedOn: sat.day, facts: { served, seats: sat.seats } };
  },
});

export const servedWithoutSeat = rule({
  id: 'served-without-seat',
  about: 'meeting',
  severity: 'warning',
  source: 'KL 5:66, 6:17 (edge cases 30, 32)',
  title: { sv: 'Tjänstgjorde utan uppdrag', en: 'Served without a seat' },
  text: {
    sv: '{persons} tjänstgjorde {day} utan att vara ledamot eller ersättare i organet den dagen.',
    en: '{persons} served on {day} without being a member or substitute of the body that day.',
  },
  *examine(meeting, others) {
    const sat = satOn(meeting, others);
    if (!sat) return;
    const without = participantsOf(meeting, undefined)
      .filter(({ participation }) => participation === 'served')
      .flatMap(({ personId }) => (personId !== undefined && !sat.humans.has(sat.human(personId)) ? [personId] : []));
    for (const person of new Set(without)) {
      yield { part: person, raisedOn: sat.day, facts: { persons: person, day: sat.day } };
    }
  },
});

/** Who held seats in the meeting's body that day; undefined when it or the attendance is not registered. */
function satOn(meeting: MeetingState, others: Surroundings) {
  const day = dayOf(meeting.date);
  const groupId = meeting.organ?.groupId;
  const group = groupId === undefined ? undefined : others.get('group', groupId);
  if (!meeting.attendance?.length || day === undefined || meeting.cancelled || !group) return undefined;
  const composition = compositionOf(groupId!, group, day, undefined, 'defacto');
  if (!composition || composition.members.seats === 0) return undefined;
  const holders = [...composition.members.holders, ...composition.substitutes.holders];
  const attended = meeting.attendance.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  const human = humansAmong(attended, others);
  return {
    day,
    seats: composition.members.seats,
    human,
    humans: new Set(holders.map(({ personId }) => human(personId))),
  };
}

export const meetingRules = [noQuorum, servedWithoutSeat];
