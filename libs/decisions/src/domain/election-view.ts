import type { PartialDate } from '@liggare/kernel';
import type { Election } from './election.js';
import { electionRemarks, type ElectionRemark } from './election-remarks.js';
import { requestQuota, statuteOn } from './election-statute.js';
import type { ElectionStatute } from './election-vocabulary.js';
import type { NamedPerson } from './named-person.js';
import { distributeSeats, type SeatDistribution } from './seat-distribution.js';

/** Who holds a seat, and for which list: a by-election after a proportional election keeps the list (KL 6:20). */
export interface SeatHolder extends NamedPerson {
  /** In which order they were elected, from 1; equal comparison numbers share a place. */
  readonly place: number;
  readonly list?: number;
}

export interface ElectionView extends Omit<Election, 'statute'> {
  /** The act that applied: as the minutes state, else that of the day when it is known. */
  readonly statute?: { readonly sfs: ElectionStatute; readonly stated: boolean };
  /** How many must ask, of the number present. */
  readonly quota?: number;
  /** The seats by comparison numbers; of proportional elections whose lists all have votes. */
  readonly distribution?: SeatDistribution;
  /** As the minutes declare; where they do not, the first names of each list for the seats it won. */
  readonly holders: readonly SeatHolder[];
  readonly remarks: readonly ElectionRemark[];
}

/**
 * Pure: what an election comes to.
 * @param beside elections of the same decision
 */
export function presentElection(
  election: Election,
  decidedOn: PartialDate,
  beside: readonly Pick<Election, 'method' | 'office'>[] = [],
): ElectionView {
  const { statute: stated, ...facts } = election;
  const { method, seats, request } = election;
  const proportional = method === 'proportional';
  const ofTheDay = statuteOn(decidedOn);
  const sfs = stated ?? (proportional ? ofTheDay : undefined);
  const quota = request?.present === undefined ? undefined : requestQuota(request.present, seats);
  const distribution = proportional ? distributionOf(election) : undefined;
  return {
    ...facts,
    ...(sfs === undefined ? {} : { statute: { sfs, stated: stated !== undefined } }),
    ...(quota === undefined ? {} : { quota }),
    ...(distribution === undefined ? {} : { distribution }),
    holders: holdersOf(election, distribution),
    remarks: electionRemarks(election, { applied: sfs, beside, ofTheDay, quota, distribution }),
  };
}

function distributionOf({ lists, seats, lots = [] }: Election): SeatDistribution | undefined {
  const contesting = lists.flatMap(({ number, votes, candidates }) =>
    votes === undefined ? [] : [{ number, votes, ...(candidates === undefined ? {} : { names: candidates.length }) }],
  );
  const known = contesting.length > 0 && contesting.length === lists.length;
  return known ? distributeSeats(contesting, seats, lots) : undefined;
}

function holdersOf(election: Election, distribution: SeatDistribution | undefined): readonly SeatHolder[] {
  const { elected, lists } = election;
  if (elected !== undefined) {
    return elected.map(({ votes: _, ...holder }, index) => {
      const list = holder.list ?? listNaming(election, holder);
      return { place: index + 1, ...holder, ...(list === undefined ? {} : { list }) };
    });
  }
  const taken = new Map<number, number>();
  return (distribution?.awards ?? []).flatMap(({ place, list }) => {
    const nth = taken.get(list) ?? 0;
    taken.set(list, nth + 1);
    const candidate = lists.find(({ number }) => number === list)?.candidates?.[nth];
    return candidate === undefined ? [] : [{ place, ...candidate, list }];
  });
}

/** The only list that names the person. */
function listNaming({ lists }: Election, { personId }: NamedPerson): number | undefined {
  if (personId === undefined) return undefined;
  const naming = lists.filter(({ candidates = [] }) => candidates.some((each) => each.personId === personId));
  return naming.length === 1 ? naming[0]!.number : undefined;
}
