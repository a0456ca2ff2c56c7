import { LEVELS, type Status, type Verdict } from './verdict.js';

/** What each status is called. */
export const STATUS_WORDS: Readonly<Record<Status, { readonly sv: string; readonly en: string }>> = {
  ok: { sv: 'OK', en: 'OK' },
  'not-run': { sv: 'EJ KÖRD', en: 'NOT RUN' },
  tampered: { sv: 'MANIPULERAD', en: 'TAMPERED' },
  incomplete: { sv: 'OFULLSTÄNDIG', en: 'INCOMPLETE' },
  unexplained: { sv: 'OFÖRKLARAD', en: 'UNEXPLAINED' },
};

/** A verdict as lines to read, one a level, with what was found and what was not checked. */
export function verdictLines({ origin, size, root, levels }: Verdict, language: 'sv' | 'en'): string[] {
  const about = origin === undefined ? [] : [origin, String(size), root ?? '', ''];
  return [
    ...about,
    ...levels.flatMap(({ level, status, checked, count, problems, notes }) => [
      `L${level}  ${STATUS_WORDS[status][language].padEnd(12)}  ${LEVELS[level]![language]}${checked > 0 ? ` (${checked})` : ''}`,
      ...problems.map(({ where, what }) => `      ${where}: ${what}`),
      ...(count > problems.length ? [`      … ${count - problems.length}`] : []),
      ...notes.map((note) => `      – ${note}`),
    ]),
  ];
}
