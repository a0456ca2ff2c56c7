import type { GroupCommand } from '@liggare/groups';
import type { InitiativeCommand } from '@liggare/initiatives';
import { BatchRefused, derivedId, NotFound, Refusal } from '@liggare/kernel';
import { lineCommandId, type Line } from '../tables/line.js';
import type { Content } from '../tables/tables.js';
import type { ImportWork } from './import-work.js';
import { AGGREGATES, type StagedLine } from './line-commands.js';
import { byStream, linesOf, type StreamLines } from './staged-lines.js';

/** Why the rest cannot: a registration of a person, decision or measure stands, only its facts can be corrected. */
const REVERSIBLE: readonly Content[] = ['appointments', 'follow-ups'];

/** What groups and initiatives answer when there is no such fact. */
const GONE = ['unknown-appointment', 'unknown-fact', 'not-registered', 'not-established'];

/** @throws Refusal `not-reversible` */
export function checkReversible(content: Content): void {
  if (REVERSIBLE.includes(content)) return;
  throw new Refusal(
    'not-reversible',
    'an entry of a person, group, decision or measure cannot be withdrawn as a whole; correct what it says instead',
  );
}

/**
 * Corrects away what the file recorded, by the same commands that a registrar has, stream by stream, the last row
 * first. Run again after a crash, it goes on. Persons whom the file registered stay: others may refer to them by now.
 * @returns how many corrections there are
 */
export async function reverseLines(work: ImportWork): Promise<number> {
  let corrections = 0;
  for await (const lines of linesOf(work.parts.database, work.importId, true)) {
    work.goOn();
    for (const stream of byStream(work.importId, lines)) corrections += await reverseStream(work, stream);
  }
  return corrections;
}

async function reverseStream(work: ImportWork, { id, lines }: StreamLines): Promise<number> {
  const { repository } = work.parts;
  let corrections = 0;
  for (const line of lines.toReversed()) {
    const undo = undoing(work.importId, line);
    if (!undo) continue;
    const commandId = derivedId('import-undo', work.importId, line.row, line.part);
    const command = { command: undo, context: work.context(commandId) };
    try {
      const { events } = await repository.executeAll(AGGREGATES[line.category], id, [command]);
      corrections += events;
    } catch (error) {
      if (!(error instanceof BatchRefused && isGone(error.cause))) throw error;
    }
  }
  return corrections;
}

/** It was never recorded, or somebody has corrected it away already. Any other refusal would leave it standing. */
function isGone(cause: unknown): boolean {
  return cause instanceof NotFound || (cause instanceof Refusal && GONE.includes(cause.rule));
}

/** The correction that takes back what the line recorded; undefined when there is none, or none is needed. */
function undoing(importId: string, { row, part, category, command }: StagedLine): Line['command'] | undefined {
  const made = derivedId('id', lineCommandId(importId, row, part), 0);
  if (category === 'group' && command.type.startsWith('Appoint')) {
    const appointmentId = String(command['appointmentId']);
    return { type: 'DiscardAppointment', appointmentId, mistake: 'other' } satisfies GroupCommand;
  }
  if (category === 'initiative' && command.type !== 'RegisterInitiative') {
    return { type: 'CorrectInitiativeRegistration', corrects: made, withdrawn: true } satisfies InitiativeCommand;
  }
  return undefined;
}
