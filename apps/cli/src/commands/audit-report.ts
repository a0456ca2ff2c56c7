import { makeReport, reportCsv, REPORTS, type MadeReport } from '@liggare/audit';
import { withoutUndefined, type CivilDate } from '@liggare/kernel';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { table } from '../output/table.js';
import { readDay, readKnownAt } from './audit-coordinates.js';
import type { Opened } from './audit-questions.js';

interface ReportOptions {
  readonly grace: string;
  readonly actor?: string;
  readonly since?: string;
  readonly knownAt?: string;
  readonly csv?: true;
  readonly language: string;
}

/** `liggare audit report`: tables for auditors. */
export function auditReportCommand(group: Command, opened: Opened, output: () => Output): void {
  group
    .command('report')
    .description(`a report: ${REPORTS.map(({ name }) => name).join(', ')}`)
    .argument('<name>')
    .option('--grace <days>', 'so many days late is not retroactive', '30')
    .option('--actor <id>', 'only what this actor recorded')
    .option('--since <day>', 'only what was recorded on this day or later')
    .option('--known-at <moment>', 'an instant (RFC 3339) or a log position; now unless given')
    .option('--csv', 'as a file for spreadsheets: BOM, semicolons')
    .option('--language <code>', 'of the headings: sv or en', 'sv')
    .action((name: string, options: ReportOptions) =>
      opened(async (register) => {
        const definition = REPORTS.find((each) => each.name === name);
        if (!definition) throw new CommandFailed(`there is no report ${name}`, EXIT.usage);
        if (!/^\d{1,5}$/.test(options.grace)) throw new CommandFailed('--grace is a number of days', EXIT.usage);
        const since: CivilDate | undefined = options.since === undefined ? undefined : readDay(register, options.since);
        const knownAt = await readKnownAt(register, options.knownAt);
        const order = {
          graceDays: Number(options.grace),
          ...withoutUndefined({ actor: options.actor, since, knownAt }),
        };
        const made = await makeReport(register, definition, order);
        const language = options.language === 'en' ? 'en' : 'sv';
        if (options.csv) for await (const piece of reportCsv(made, language)) process.stdout.write(piece);
        else await print(made, language, output());
      }),
    );
}

async function print({ rows, columns, knownAt, ...rest }: MadeReport, language: 'sv' | 'en', output: Output) {
  const shown: (readonly (string | number | null)[])[] = [];
  for await (const row of rows) shown.push(row);
  const data = { ...rest, columns, knownAt, rows: shown };
  const heading = columns.map((column) => column[language]);
  output.answer(data, () => table([heading, ...shown.map((row) => row.map((cell) => String(cell ?? '')))]));
}
