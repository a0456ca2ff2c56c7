import { parseCheckpoint } from '@liggare/evidence';

/** What is printed in minutes: whoever holds them can hold the log to it, for as long as there is paper. */
export interface MinutesLines {
  /** Origin, size, root: the checkpoint as it is signed. */
  readonly lines: readonly string[];
  readonly sv: string;
  readonly en: string;
}

/** @param text of a checkpoint. @throws Malformed */
export function minutesLines(text: string): MinutesLines {
  const { origin, size } = parseCheckpoint(text);
  return {
    lines: text.trimEnd().split('\n'),
    sv: `Registret ${origin} omfattade vid mötet ${size} händelser; följande kontrollpunkt fastställer dem:`,
    en: `At the meeting the register ${origin} held ${size} events; this checkpoint fixes them.`,
  };
}
