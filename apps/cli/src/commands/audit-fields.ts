import { blame, diff, type BlamedField, type ExplainedChange, type Responsible } from '@liggare/audit';
import { withoutUndefined } from '@liggare/kernel';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { table } from '../output/table.js';
import { readCoordinate, readDay, readEntity, readKnownAt } from './audit-coordinates.js';
import type { Opened } from './audit-questions.js';

/** `liggare audit diff` and `blame`: what differs, and who is behind it. */
export function auditFieldCommands(group: Command, opened: Opened, output: () => Output): void {
  group
    .command('diff')
    .description('what differs between two coordinates: what we came to know, and what changed')
    .argument('<entity>', 'e.g. group/<uuid>')
    .argument('<from>', '<day>,<moment>: e.g. 2023-03-01,1204; either may be left out')
    .argument('<to>', '<day>,<moment>')
    .option('--composition', 'who sits in the group, instead of the group itself')
    .action((entity: string, first: string, second: string, options: { composition?: true }) =>
      opened(async (register) => {
        const [from, to] = [await readCoordinate(register, first), await readCoordinate(register, second)];
        const shown = options.composition ? 'composition' : 'state';
        const found = await diff(register.store, readEntity(entity), shown, { from, to });
        output().answer(found, () => [
          'Our knowledge changed:',
          ...changed(found.knowledge),
          'Reality changed:',
          ...changed(found.reality),
        ]);
      }),
    );
  group
    .command('blame')
    .description('for every field the event that gave it its value')
    .argument('<entity>', 'e.g. group/<uuid>')
    .argument('[pointer]', 'only this field and those in it, e.g. /appointments/0')
    .option('--valid-at <day>', 'the fields as shown on a day; otherwise all that was recorded')
    .option('--known-at <moment>', 'an instant (RFC 3339) or a log position; now unless given')
    .action((entity: string, pointer: string | undefined, options: { validAt?: string; knownAt?: string }) =>
      opened(async (register) => {
        const knownAt = await readKnownAt(register, options.knownAt);
        const validAt = options.validAt === undefined ? undefined : readDay(register, options.validAt);
        const fields = await blame(register.store, readEntity(entity), withoutUndefined({ pointer, validAt, knownAt }));
        output().answer({ items: fields }, () => table([['FIELD', 'VALUE', ...BEHIND], ...fields.map(blamed)]));
      }),
    );
}

const BEHIND = ['POSITION', 'EVENT', 'KIND', 'WHO', 'RECORDED', 'DECISION'];

function changed(changes: readonly ExplainedChange[]): readonly string[] {
  if (changes.length === 0) return ['  nothing'];
  const rows = changes.map(({ pointer, from, to, by }) => [pointer, json(from), json(to), ...behind(by)]);
  return table([['FIELD', 'FROM', 'TO', ...BEHIND], ...rows]).map((line) => `  ${line}`);
}

function blamed({ pointer, value, by }: BlamedField): readonly string[] {
  return [pointer, json(value), ...behind(by)];
}

function behind(by: Responsible | undefined): readonly string[] {
  if (!by) return BEHIND.map(() => '');
  const { position, type, kind, actor, recordedAt, decision } = by;
  return [position, type, kind, actor.id, recordedAt, decision ? `${decision.decisionId} p. ${decision.point}` : ''];
}

function json(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}
