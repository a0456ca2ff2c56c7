/** What an auditor can have checked, from the bytes of the files up to the minutes on paper. */
export const LEVELS = [
  { sv: 'Filerna är de som paketet räknar upp', en: 'The files are those the bundle lists' },
  { sv: 'Varje händelse är den som loggen band', en: 'Every event is the one the log bound' },
  { sv: 'Löven och plattorna ger kontrollpunktens rot', en: "Leaves and tiles make the checkpoint's root" },
  { sv: 'Loggen och vittnena har skrivit under', en: 'Log and witnesses have signed' },
  { sv: 'Loggen fortsätter alla tidigare kontrollpunkter', en: 'The log continues every earlier checkpoint' },
  { sv: 'Strömmarna är hela och tiderna stämmer', en: 'Streams are whole and times hold' },
  { sv: 'Uppspelning ger det tillstånd som uppgetts', en: 'Replay gives the state that was stated' },
  { sv: 'Varje dold uppgift är förklarad', en: 'Everything hidden is explained' },
  { sv: 'Inget fattas mot protokollen', en: 'Nothing is missing against the minutes' },
] as const;

/** Exit codes of `audit verify`; of several levels the gravest counts. */
export const EXIT_CODES = { ok: 0, 'not-run': 0, tampered: 2, incomplete: 3, unexplained: 4 } as const;

/** `not-run` is never good news: it says that nothing is known. */
export type Status = keyof typeof EXIT_CODES;

export interface Problem {
  readonly status: Exclude<Status, 'ok' | 'not-run'>;
  /** File, or number of the event. */
  readonly where: string;
  readonly what: string;
}

export interface LevelVerdict {
  readonly level: number;
  readonly status: Status;
  /** How many things were looked at. */
  readonly checked: number;
  /** How many problems there are; the first of them follow. */
  readonly count: number;
  readonly problems: readonly Problem[];
  /** What was not checked, or what to do by hand. */
  readonly notes: readonly string[];
}

export interface Verdict {
  readonly origin?: string;
  readonly size?: number;
  /** base64 */
  readonly root?: string;
  readonly levels: readonly LevelVerdict[];
  readonly exitCode: number;
}

/** Tampering weighs more than an erasure nobody explained, and that more than what is only missing. */
const GRAVITY: readonly Status[] = ['not-run', 'ok', 'incomplete', 'unexplained', 'tampered'];

function graver(one: Status, other: Status): Status {
  return GRAVITY.indexOf(one) >= GRAVITY.indexOf(other) ? one : other;
}

/** Problems to show of one level; more of the same say nothing new. */
const SHOWN = 20;

interface Gathered {
  status: Status;
  checked: number;
  count: number;
  readonly problems: Problem[];
  readonly notes: string[];
}

/** Gathers what the levels find. */
export class Findings {
  private readonly levels: readonly Gathered[] = LEVELS.map(() => ({
    ...{ status: 'not-run', checked: 0, count: 0, problems: [], notes: [] },
  }));

  /** Says that a level looked at something, or at so many things, and found nothing in it. */
  checked(level: number, count = 1): void {
    const one = this.levels[level]!;
    one.checked += count;
    one.status = graver(one.status, 'ok');
  }

  problem(level: number, status: Problem['status'], where: string, what: string): void {
    const one = this.levels[level]!;
    one.status = graver(one.status, status);
    one.count++;
    if (one.problems.length < SHOWN) one.problems.push({ status, where, what });
  }

  note(level: number, text: string): void {
    const { notes } = this.levels[level]!;
    if (!notes.includes(text)) notes.push(text);
  }

  isTampered(...levels: readonly number[]): boolean {
    return levels.some((level) => this.levels[level]!.status === 'tampered');
  }

  verdict(about: Pick<Verdict, 'origin' | 'size' | 'root'>, upTo: number): Verdict {
    const levels = this.levels
      .map((one, level) => ({ level, ...one }))
      .map((one) => (one.level <= upTo ? one : { ...one, status: 'not-run' as const, problems: [], count: 0 }));
    const worst = levels.reduce<Status>((status, one) => graver(status, one.status), 'not-run');
    return { ...about, levels, exitCode: EXIT_CODES[worst] };
  }
}
