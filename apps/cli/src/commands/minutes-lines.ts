import { parseNote } from '@liggare/evidence';
import { EvidenceReader, minutesLines } from '@liggare/transparency';
import type { EventStoreKind } from '@liggare/platform';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { openExisting } from './opening.js';

/** `liggare audit minutes-lines`: the newest checkpoint, ready to be printed in minutes. */
export function minutesLinesCommand(
  audit: Command,
  output: () => Output,
  chosen: () => EventStoreKind | undefined,
): void {
  audit
    .command('minutes-lines')
    .description('the newest checkpoint: three lines and a sentence to print in minutes')
    .action(() =>
      openExisting(chosen(), async ({ database }) => {
        const note = await new EvidenceReader(database).checkpoint();
        if (note === undefined) throw new CommandFailed('nothing is signed yet', EXIT.notFound);
        const lines = minutesLines(parseNote(note).text);
        output().answer(lines, () => [lines.sv, '', ...lines.lines, '', lines.en]);
      }),
    );
}
