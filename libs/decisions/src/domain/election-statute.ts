import { bounds, civilDate, type CivilDate, type PartialDate } from '@liggare/kernel';
import { ELECTION_STATUTES, type ElectionStatute } from './election-vocabulary.js';

/** First day of each; the first had predecessors that no register of today reaches back to. */
const IN_FORCE_FROM: Readonly<Record<ElectionStatute, CivilDate>> = {
  '1955:138': civilDate('1955-07-01'),
  '1992:339': civilDate('1992-07-01'),
  '2022:629': civilDate('2022-07-01'),
};

/**
 * The act that applied to a proportional election of that day. Nothing where a partial date leaves it open, and none
 * before the first. Transitional rules may say otherwise: what the minutes state goes before this.
 */
export function statuteOn(date: PartialDate): ElectionStatute | undefined {
  const { earliest, before } = bounds(date);
  if (earliest === undefined || before === undefined) return undefined;
  const [first, afterLast] = [inForceOn(earliest), ELECTION_STATUTES.findLast((each) => IN_FORCE_FROM[each] < before)];
  return first === afterLast ? first : undefined;
}

function inForceOn(day: CivilDate): ElectionStatute | undefined {
  return ELECTION_STATUTES.findLast((statute) => IN_FORCE_FROM[statute] <= day);
}

/**
 * How many must ask for a proportional election: those present divided by one more than the number to be elected,
 * rounded up (2 § of the acts of 1992 and 2022).
 */
export function requestQuota(present: number, seats: number): number {
  return Math.ceil(present / (seats + 1));
}
