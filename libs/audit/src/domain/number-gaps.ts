/** A numbered record: a paragraph of an organ's minutes, or a registry number. */
export interface Numbered {
  /** What is numbered together, e.g. an organ. */
  readonly series: string;
  /** `YYYY-MM-DD`, or as much of it as is known. */
  readonly day: string;
  readonly number: number;
}

/** Numbers that are lacking between others of the same series. */
export interface NumberGap {
  readonly series: string;
  /** The year, or the day where numbers begin again at every meeting. */
  readonly within: string;
  readonly first: number;
  readonly last: number;
  /** How many there are. */
  readonly present: number;
  readonly missing: number;
  /** `4, 9–12`. */
  readonly ranges: string;
}

/** Numbers run through the year, unless one of them stands on two days of it: then they begin again at every meeting. */
export function gapsByYear(numbered: readonly Numbered[]): readonly NumberGap[] {
  return [...groupedBy(numbered, ({ series, day }) => `${series}\n${day.slice(0, 4)}`).values()].flatMap((year) => {
    const byNumber = [...groupedBy(year, ({ number }) => String(number)).values()];
    const restarts = byNumber.some((same) => new Set(same.map(({ day }) => day)).size > 1);
    const runs = restarts ? [...groupedBy(year, ({ day }) => day).values()] : [year];
    return runs.flatMap((run) => gapIn(run, restarts ? run[0]!.day : run[0]!.day.slice(0, 4)));
  });
}

/** Numbers run through the series. */
export function gapsBySeries(numbered: readonly Numbered[]): readonly NumberGap[] {
  return [...groupedBy(numbered, ({ series }) => series).values()].flatMap((run) => gapIn(run, ''));
}

/** `KS 2023/0123` is number 123 of the series `KS 2023/`; undefined for what does not end in a number. */
export function registrySeries(text: string): { readonly series: string; readonly number: number } | undefined {
  const [, series, digits] = /^(.*?)(\d{1,9})$/.exec(text.trim()) ?? [];
  return series === undefined || digits === undefined ? undefined : { series, number: Number(digits) };
}

function gapIn(run: readonly Numbered[], within: string): readonly NumberGap[] {
  const numbers = [...new Set(run.map(({ number }) => number))].sort((a, b) => a - b);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const missing = last - first + 1 - numbers.length;
  if (missing === 0) return [];
  const ranges = numbers
    .slice(1)
    .flatMap((number, i) => (number - numbers[i]! > 1 ? [range(numbers[i]! + 1, number - 1)] : []));
  const { series } = run[0]!;
  return [{ series, within, first, last, present: numbers.length, missing, ranges: ranges.join(', ') }];
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
