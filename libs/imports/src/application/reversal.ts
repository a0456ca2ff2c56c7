import type { DecisionCommand } from '@liggare/decisions';
import type { GroupCommand } from '@liggare/groups';
import type { InitiativeCommand } from '@liggare/initiatives';
import { BatchRefused, derivedId, NotFound, Refusal } from '@liggare/kernel';
import type { PartyCommand, PersonCommand } from '@liggare/people';
import { lineCommandId, type Category, type Line } from '../tables/line.js';
import type { ImportWork } from './import-work.js';
import { builtUpon } from './built-upon.js';
import { AGGREGATES, targetOf, type StagedLine } from './line-commands.js';
import { linesOf } from './staged-lines.js';

/** What the slices answer when there is no such fact, or nothing is left of the entry. */
const GONE = [
  'unknown-appointment',
  'unknown-affiliation',
  'unknown-death',
  'unknown-fact',
  'registered-in-error',
  'not-registered',
  'not-established',
];

/** What they answer when others have built on the entry. */
const IN_USE = ['has-appointments', 'has-annulments', 'is-merged'];

export interface Reversal {
  /** Corrections that were recorded. */
  readonly events: number;
  /** Entries that stay because others have built on them. */
  readonly kept: number;
}

/**
 * Corrects away what the file recorded, by the same commands that a registrar has, the last line first: seats before
 * groups, groups before persons. An entry that others have built on stays. Run again after a crash, it goes on.
 */
export async function reverseLines(work: ImportWork): Promise<Reversal> {
  let [events, kept] = [0, 0];
  let phase: number | undefined;
  for await (const lines of linesOf(work.parts.database, work.importId, 'back')) {
    for (const line of lines) {
      work.goOn();
      // Whether an entry is in use is read from the read models, which must know what is taken back by now.
      if (line.phase !== phase) await work.untilReadable();
      phase = line.phase;
      const made = await takeBack(work, line);
      if (made === 'kept') kept++;
      else events += made;
    }
  }
  return { events, kept };
}

async function takeBack(work: ImportWork, line: StagedLine): Promise<number | 'kept'> {
  const undo = undoing(work.importId, line);
  if (!undo) return 0;
  const id = targetOf(work.importId, line);
  if (line.creates && (await builtUpon(work, line.category, id))) return 'kept';
  const context = work.context(derivedId('import-undo', work.importId, line.row, line.part));
  try {
    const command = { command: undo, context };
    return (await work.parts.repository.executeAll(AGGREGATES[line.category], id, [command])).events;
  } catch (error) {
    const cause = error instanceof BatchRefused ? error.cause : undefined;
    // It was never recorded, or somebody has corrected it away already.
    if (cause instanceof NotFound) return 0;
    if (cause instanceof Refusal && GONE.includes(cause.rule)) return 0;
    if (cause instanceof Refusal && IN_USE.includes(cause.rule)) return 'kept';
    throw error;
  }
}

/** How the entry that a line made is taken back. */
const DISCARDS = {
  party: { type: 'DiscardParty' } satisfies PartyCommand,
  person: { type: 'DiscardPerson' } satisfies PersonCommand,
  group: { type: 'DiscardGroup' } satisfies GroupCommand,
  decision: { type: 'DiscardDecision' } satisfies DecisionCommand,
  initiative: { type: 'DiscardInitiative' } satisfies InitiativeCommand,
} as const satisfies Record<Category, Line['command']>;

/** The correction that takes back what the line recorded; undefined when it goes with that of another line. */
function undoing(importId: string, { row, part, category, creates, command }: StagedLine): Line['command'] | undefined {
  if (creates) return DISCARDS[category];
  const made = derivedId('id', lineCommandId(importId, row, part), 0);
  switch (command.type) {
    case 'AppointMember':
    case 'AppointSubstitute':
      return {
        type: 'DiscardAppointment',
        appointmentId: String(command['appointmentId']),
        mistake: 'other',
      } satisfies GroupCommand;
    case 'StartAffiliation':
      return { type: 'RetractAffiliation', affiliationId: made } satisfies PersonCommand;
    case 'RecordDeath':
      return { type: 'RetractDeath', deathId: made } satisfies PersonCommand;
    case 'RecordFollowUp':
    case 'LinkDecision':
    case 'AssignResponsibility':
      return { type: 'CorrectInitiativeRegistration', corrects: made, withdrawn: true } satisfies InitiativeCommand;
    default:
      return undefined;
  }
}
