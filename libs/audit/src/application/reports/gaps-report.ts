import { gapsBySeries, gapsByYear, registrySeries, type NumberGap, type Numbered } from '../../domain/number-gaps.js';
import { column, type Cell, type ReportDefinition } from './report.js';

interface DecisionRow {
  readonly organ: string | null;
  readonly decided_on: string;
  readonly paragraph: string | null;
  readonly registry_number: string | null;
}

/** Numbers that are lacking: what was decided and never recorded shows nowhere else. */
export const gaps: ReportDefinition = {
  name: 'gaps',
  title: { sv: 'Luckor i paragrafer och diarienummer', en: 'Gaps in paragraphs and registry numbers' },
  columns: [
    column('kind', 'Slag', 'Kind'),
    column('series', 'Organ eller serie', 'Body or series'),
    column('within', 'År eller dag', 'Year or day'),
    column('first', 'Första', 'First'),
    column('last', 'Sista', 'Last'),
    column('present', 'Finns', 'Present'),
    column('missing', 'Saknas', 'Missing'),
    column('ranges', 'Vilka', 'Which'),
  ],
  async *rows({ database }, { knownAt }) {
    const { rows } = await database.query<DecisionRow>(
      `select coalesce(organ_group_id::text, organ_name) as organ, decided_on, paragraph, registry_number
       from decisions.decision
       where duplicate_of is null and recorded_from <= $1::numeric
         and (recorded_to is null or recorded_to > $1::numeric)
       order by organ, decided_on, paragraph, registry_number`,
      [knownAt.toString()],
    );
    for (const gap of gapsByYear(rows.flatMap(paragraphOf))) yield cells('paragraph', gap);
    for (const gap of gapsBySeries(rows.flatMap(registryNumberOf))) yield cells('registry-number', gap);
  },
};

function paragraphOf({ organ, decided_on: day, paragraph }: DecisionRow): readonly Numbered[] {
  const [digits] = /^\d{1,6}/.exec(paragraph?.trim() ?? '') ?? [];
  if (organ === null || digits === undefined || !/^\d{4}/.test(day)) return [];
  return [{ series: organ, day, number: Number(digits) }];
}

function registryNumberOf({ decided_on: day, registry_number: text }: DecisionRow): readonly Numbered[] {
  const found = text === null ? undefined : registrySeries(text);
  return found ? [{ ...found, day }] : [];
}

function cells(kind: string, { series, within, first, last, present, missing, ranges }: NumberGap): readonly Cell[] {
  return [kind, series, within, first, last, present, missing, ranges];
}
