import { derivedId } from '@liggare/kernel';
import { digest, type Row } from '@liggare/projections';
import { outcomeOf } from '../domain/ballot-remarks.js';
import type { DecisionState } from '../domain/decision.js';
import { presentElection } from '../domain/election-view.js';

export function ballotRows({ id, ballots }: DecisionState): readonly Row[] {
  return ballots.map((ballot) => {
    const { counts, decided, remarks } = outcomeOf(ballot);
    return {
      ballot_id: ballot.ballotId,
      decision_id: id,
      point: digits(ballot.point),
      method: ballot.method,
      question: ballot.question ?? null,
      yes: digits(counts?.yes ?? ballot.counts?.yes),
      no: digits(counts?.no ?? ballot.counts?.no),
      abstain: digits(counts?.abstain ?? ballot.counts?.abstain),
      absent: digits(counts?.absent ?? ballot.counts?.absent),
      decided: decided ?? null,
      result: ballot.result ?? null,
      remarks: JSON.stringify(remarks),
    };
  });
}

export function voteRows({ id, ballots }: DecisionState): readonly Row[] {
  return ballots.flatMap(({ ballotId, votes = [] }) =>
    votes.map(({ personId, name, vote }, index) => ({
      vote_id: derivedId('vote', ballotId, personId ?? index),
      ballot_id: ballotId,
      decision_id: id,
      person_id: personId ?? null,
      name_sd: digest(name),
      vote,
    })),
  );
}

export function electionRows({ id, elections, decidedOn }: DecisionState): readonly Row[] {
  return elections.map((election) => {
    const { statute, quota, remarks } = presentElection(election, decidedOn, elections);
    return {
      election_id: election.electionId,
      decision_id: id,
      point: digits(election.point),
      method: election.method,
      office: election.office,
      seats: String(election.seats),
      statute: statute?.sfs ?? null,
      statute_stated: String(statute?.stated ?? false),
      requested_by: digits(election.request?.by),
      quota: digits(quota),
      fills_decision_id: election.fills?.decisionId ?? null,
      fills_election_id: election.fills?.electionId ?? null,
      fills_list: digits(election.fills?.list),
      remarks: JSON.stringify(remarks),
    };
  });
}

export function seatRows({ id, elections, decidedOn }: DecisionState): readonly Row[] {
  return elections.flatMap((election) =>
    presentElection(election, decidedOn, elections).holders.map(({ place, list, personId, name }, index) => ({
      seat_id: derivedId('seat', election.electionId, index),
      election_id: election.electionId,
      decision_id: id,
      place: String(place),
      list: digits(list),
      person_id: personId ?? null,
      name_sd: digest(name),
    })),
  );
}

function digits(number: number | undefined): string | null {
  return number === undefined ? null : String(number);
}
