import type { Verdict } from '@liggare/verifier';
import type { Copy } from './copy.js';
import type { Moment, Scene } from './scene.js';

/** In both languages of the page. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** What an auditor has in hand after an attack. */
export interface Seen {
  /** What the auditor, or a process of the register, did to see it. */
  readonly by: Words;
  /** Of a verifier. */
  readonly verdict?: Verdict;
  /** Of anything else: what it said. */
  readonly said?: readonly string[];
}

/** One row of the threat model (T1 to T12), carried out on a copy of a register. */
export interface Attack {
  /** Its number in the threat model. */
  readonly threat: string;
  readonly title: Words;
  /** What shows it, in a few words; and when nothing can, what remains. */
  readonly lesson: Words;
  /** A copy of the newest state unless it says so. */
  readonly of?: Moment;
  perform(scene: Scene, copy: Copy): Promise<readonly Seen[]>;
}

/** An attack that was carried out. */
export interface Performed {
  readonly threat: string;
  readonly title: Words;
  readonly lesson: Words;
  /** Statements and deeds of the operator, in order. */
  readonly deeds: readonly string[];
  readonly seen: readonly Seen[];
}
