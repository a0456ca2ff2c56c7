import type { Original } from './original.js';

/** In both languages of the page. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

/** Threats of the threat model that can be carried out. */
export type Threat = `T${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** One thing that somebody ran, and what came of it. */
export interface Look {
  readonly who: 'auditor' | 'register' | 'witness';
  /** As it is typed, or what was done. */
  readonly ran: string;
  /** What it printed. */
  readonly lines: readonly string[];
  /** Of `audit verify`. */
  readonly exitCode?: number;
  /** Levels that were not passed. */
  readonly levels?: readonly number[];
}

/** What was done, and what was seen of it. */
export interface Performed {
  /** What the operator typed, word for word. */
  readonly did: readonly string[];
  readonly looks: readonly Look[];
}

/** One row of the threat model, carried out on a copy. */
export interface Attack {
  readonly threat: Threat;
  readonly title: Text;
  /** What it is for, in a sentence. */
  readonly aim: Text;
  /** What finds it, what it takes, and what cannot be found. */
  readonly limits: Text;
  perform(original: Original): Promise<Performed>;
}

/** An attack with what came of it. */
export interface AttackSeen extends Performed {
  readonly threat: Threat;
  readonly title: Text;
  readonly aim: Text;
  readonly limits: Text;
}
