import { proofsIn, whyMembership, whyVacant, type Reasoning } from '@liggare/audit';
import type { Register } from '@liggare/assembly';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { readDay, readKnownAt } from './audit-coordinates.js';
import type { Opened } from './audit-questions.js';

interface WhyOptions {
  readonly memberOf?: string;
  readonly seatOf?: string;
  readonly validAt?: string;
  readonly knownAt?: string;
  readonly language: string;
}

/** `liggare audit why`: why somebody is a member, or not; why a seat is empty. */
export function auditWhyCommand(group: Command, opened: Opened, output: () => Output): void {
  group
    .command('why')
    .description('why a person is a member of a group, or not; or why a seat is empty: down to minutes and proofs')
    .argument('<person or seat>', 'id of the person; or, with --seat-of, the seat: member/8, substitute/3')
    .option('--member-of <group>', 'id of the group')
    .option('--seat-of <group>', 'id of the group')
    .option('--valid-at <day>', 'YYYY-MM-DD; today unless given')
    .option('--known-at <moment>', 'an instant (RFC 3339) or a log position; now unless given')
    .option('--language <code>', 'sv or en', 'en')
    .action((about: string, options: WhyOptions) =>
      opened(async (register) => {
        const found = await why(register, about, options);
        const language = options.language === 'sv' ? 'sv' : 'en';
        output().answer(found, () => found.chain.map(({ sentence }, i) => (i === 0 ? '' : '  ') + sentence[language]));
      }),
    );
}

async function why(register: Register, about: string, { memberOf, seatOf, validAt, knownAt }: WhyOptions) {
  const { store, repository, database } = register;
  const reasoning: Reasoning = { store, repository, proofOf: proofsIn(database) };
  const known = await readKnownAt(register, knownAt);
  const when = { validAt: readDay(register, validAt), ...(known === undefined ? {} : { knownAt: known }) };
  if (memberOf !== undefined) return whyMembership(reasoning, memberOf, about, when);
  const [, kind, seat] = /^(member|substitute)\/(\d{1,4})$/.exec(about) ?? [];
  if (seatOf === undefined || kind === undefined)
    throw new CommandFailed('say --member-of <group>, or a seat like member/8 with --seat-of <group>', EXIT.usage);
  return whyVacant(reasoning, { groupId: seatOf, kind: kind as 'member' | 'substitute', seat: Number(seat) }, when);
}
