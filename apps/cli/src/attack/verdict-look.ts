import { STATUS_WORDS, type Verdict } from '@liggare/verifier';
import type { Look } from './attack.js';

/** Of many alike so many are shown. */
const SHOWN = 3;

/** What `audit verify` printed, without the notes of levels that hold. */
export function verdictLook(ran: string, { levels, exitCode }: Verdict): Look {
  const status = levels.map((one) => `L${one.level} ${STATUS_WORDS[one.status].en}`).join(' · ');
  const failed = levels.filter((one) => one.status !== 'ok' && one.status !== 'not-run');
  const problems = failed.flatMap(({ level, problems, count }) => [
    ...problems.slice(0, SHOWN).map(({ where, what }) => `L${level}  ${where}: ${what}`),
    ...(count > SHOWN ? [`L${level}  … ${count - SHOWN} more`] : []),
  ]);
  return { who: 'auditor', ran, lines: [status, ...problems], exitCode, levels: failed.map(({ level }) => level) };
}
