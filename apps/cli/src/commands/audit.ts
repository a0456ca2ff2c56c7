import { AuditLog, type AuditEntry } from '@liggare/audit';
import type { Register } from '@liggare/assembly';
import { civilDate, civilDateAt, instant, position, withoutUndefined, type Position } from '@liggare/kernel';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { table } from '../output/table.js';
import { auditAnchorCommand } from './audit-anchor.js';
import { auditAttackDemoCommand } from './audit-attack-demo.js';
import { auditExportCommand } from './audit-export.js';
import { auditVerifyCommand } from './audit-verify.js';
import { auditQuestions } from './audit-questions.js';
import { eventStoreOption } from './event-store-option.js';
import { minutesLinesCommand } from './minutes-lines.js';
import { openExisting } from './opening.js';
import { witnessCommand } from './witness.js';

interface LogOptions {
  readonly after: string;
  readonly limit: string;
  readonly type?: string;
  readonly actor?: string;
  readonly entity?: string;
}

/** `liggare audit …`: the log, read without the API. Names stay closed. */
export function auditCommand(program: Command, output: () => Output): void {
  const group = program.command('audit').description('the log: events in order, one event, the state of an entity');
  const chosen = eventStoreOption(group);
  auditExportCommand(group, output, chosen);
  auditVerifyCommand(group, output);
  auditAttackDemoCommand(group, output);
  witnessCommand(group, output);
  minutesLinesCommand(group, output, chosen);
  auditAnchorCommand(group, output, chosen);
  auditQuestions(group, (work) => openExisting(chosen(), work), output);
  group
    .command('log')
    .description('events in log order')
    .option('--after <position>', 'go on after this position', '0')
    .option('--limit <number>', 'how many', '50')
    .option('--type <type>', 'only this type of event')
    .option('--actor <id>', 'only what this actor recorded')
    .option('--entity <type/id>', 'only what concerns this entity, e.g. person/<uuid>')
    .action((options: LogOptions) => openExisting(chosen(), (register) => log(register, options, output())));
  group
    .command('show')
    .description('one event with everything about it')
    .argument('<position>')
    .action((at: string) =>
      openExisting(chosen(), async (register) => {
        const entry = await auditLogOf(register).event(readPosition(at));
        output().answer(entry, () => JSON.stringify(entry, null, 2).split('\n'));
      }),
    );
  group
    .command('state')
    .description('an entity on a day, as it was known')
    .argument('<type>', 'person, party, matter, meeting, decision, group or initiative')
    .argument('<id>')
    .option('--valid-at <day>', 'YYYY-MM-DD; today unless given')
    .option('--known-at <moment>', 'an instant (RFC 3339) or a log position; now unless given')
    .action((type: string, id: string, options: { validAt?: string; knownAt?: string }) =>
      openExisting(chosen(), async (register) => {
        const day = options.validAt === undefined ? civilDateAt(register.clock.now()) : civilDate(options.validAt);
        const state = await auditLogOf(register).state(type, id, day, await readKnownAt(register, options.knownAt));
        output().answer(state, () => JSON.stringify(state, null, 2).split('\n'));
      }),
    );
}

async function log(register: Register, options: LogOptions, output: Output): Promise<void> {
  const [entityType, entityId] = options.entity?.split('/') ?? [];
  const filter = withoutUndefined({ type: options.type, actor: options.actor, entityType, entityId });
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailed('--limit must be a whole number of 1 or more', EXIT.usage);
  const page = await auditLogOf(register).events(filter, readPosition(options.after), limit);
  output.answer(page, () =>
    table([['POSITION', 'RECORDED', 'WHO', 'EVENT', 'STREAM', 'CHANGED'], ...page.items.map(row)]),
  );
}

function row(entry: AuditEntry): readonly string[] {
  const changed = entry.changes?.map(({ pointer }) => pointer).join(' ') ?? '';
  return [entry.position, entry.recordedAt, entry.who.actor, entry.type, entry.stream, changed];
}

function auditLogOf({ store, database, repository }: Register): AuditLog {
  return new AuditLog(store, database, repository);
}

function readPosition(text: string): Position {
  try {
    return position(text);
  } catch {
    throw new CommandFailed('a position is a whole number', EXIT.usage);
  }
}

async function readKnownAt(register: Register, text: string | undefined): Promise<Position | undefined> {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? position(text) : register.store.positionAt(instant(text));
}
