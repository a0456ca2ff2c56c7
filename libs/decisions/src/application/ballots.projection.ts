import { foldingProjection } from '@liggare/projections';
import type { DecisionEvent } from '../domain/decision-events.js';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';
import { ballotRows, electionRows, seatRows, voteRows } from './ballot-rows.js';
import { ballotTables } from './ballots.schema.js';

/** Ballots with their votes, and elections with who holds which seat for which list. */
export const ballotsProjection = foldingProjection<DecisionState, DecisionEvent>({
  name: 'ballots',
  version: 2,
  aggregate: decisionAggregate,
  schema: ballotTables,
  tables: [
    {
      table: 'ballot',
      key: 'ballot_id',
      columns: {
        ballot_id: 'uuid',
        decision_id: 'uuid',
        point: 'integer',
        method: 'text',
        question: 'text',
        yes: 'integer',
        no: 'integer',
        abstain: 'integer',
        absent: 'integer',
        decided: 'text',
        result: 'text',
        remarks: 'jsonb',
      },
      rows: ballotRows,
    },
    {
      table: 'vote',
      key: 'vote_id',
      columns: {
        vote_id: 'uuid',
        ballot_id: 'uuid',
        decision_id: 'uuid',
        person_id: 'uuid',
        name_sd: 'text',
        vote: 'text',
      },
      rows: voteRows,
    },
    {
      table: 'election',
      key: 'election_id',
      columns: {
        election_id: 'uuid',
        decision_id: 'uuid',
        point: 'integer',
        method: 'text',
        office: 'text',
        seats: 'integer',
        statute: 'text',
        statute_stated: 'boolean',
        requested_by: 'integer',
        quota: 'integer',
        fills_decision_id: 'uuid',
        fills_election_id: 'uuid',
        fills_list: 'integer',
        remarks: 'jsonb',
      },
      rows: electionRows,
    },
    {
      table: 'seat',
      key: 'seat_id',
      columns: {
        seat_id: 'uuid',
        election_id: 'uuid',
        decision_id: 'uuid',
        place: 'integer',
        list: 'integer',
        person_id: 'uuid',
        name_sd: 'text',
      },
      rows: seatRows,
    },
  ],
});
