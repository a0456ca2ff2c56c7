import type { Personal } from '@liggare/kernel';
import { withoutFields } from './changed-fields.js';
import type { ElectionEvent } from './election-events.js';
import type { ElectionClearable, ElectionMethod, ElectionOffice, ElectionStatute } from './election-vocabulary.js';
import type { NamedPerson, PlainName } from './named-person.js';

/** A group of ballots. */
export interface ElectionList<Name, Text> {
  readonly number: number;
  readonly designation?: Text;
  readonly partyIds?: readonly string[];
  readonly votes?: number;
  readonly candidates?: readonly Name[];
}

export interface ElectionFacts<Name, Text> {
  readonly point?: number;
  readonly statute?: ElectionStatute;
  readonly request?: { readonly by?: number; readonly present?: number };
  readonly invalidBallots?: number;
  readonly lots?: readonly number[];
  readonly lotNote?: Text;
  readonly elected?: readonly (Name & { readonly list?: number; readonly votes?: number })[];
  readonly fills?: { readonly decisionId: string; readonly electionId: string; readonly list?: number };
}

/** An election as the minutes have it; what it comes to is computed of it (`presentElection`). */
export interface Election extends ElectionFacts<NamedPerson, Personal> {
  readonly electionId: string;
  readonly method: ElectionMethod;
  readonly office: ElectionOffice;
  readonly seats: number;
  readonly lists: readonly ElectionList<NamedPerson, Personal>[];
}

export interface RecordElection extends ElectionFacts<PlainName, string> {
  readonly type: 'RecordElection';
  readonly method: ElectionMethod;
  readonly office: ElectionOffice;
  readonly seats: number;
  readonly lists: readonly ElectionList<PlainName, string>[];
}

/** The register had rendered an election wrongly; `withdrawn`: it was not of this decision at all. */
export interface CorrectElectionRegistration extends ElectionFacts<PlainName, string> {
  readonly type: 'CorrectElectionRegistration';
  readonly electionId: string;
  readonly method?: ElectionMethod;
  readonly office?: ElectionOffice;
  readonly seats?: number;
  readonly lists?: readonly ElectionList<PlainName, string>[];
  readonly clears?: readonly ElectionClearable[];
  readonly withdrawn?: boolean;
  readonly reason?: string;
}

export type ElectionCommand = RecordElection | CorrectElectionRegistration;

export interface WithElections {
  readonly id: string;
  readonly elections: readonly Election[];
}

export function evolveElections<State extends WithElections>(state: State, event: ElectionEvent): State {
  if (event.type === 'ElectionRecorded') {
    const { decisionId: _, ...election } = event.data;
    return { ...state, elections: [...state.elections, election] };
  }
  const { decisionId: _, electionId, withdrawn, clears = [], reason: _why, ...corrected } = event.data;
  return {
    ...state,
    elections: state.elections.flatMap((election) => {
      if (election.electionId !== electionId) return [election];
      return withdrawn ? [] : [{ ...withoutFields(election, clears), ...corrected }];
    }),
  };
}
