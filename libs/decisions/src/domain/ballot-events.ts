import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { BALLOT_CLEARABLE, BALLOT_METHODS, BALLOT_QUESTIONS, SIDES, VOTES } from './ballot-vocabulary.js';
import { pointNumber } from './identity-fields.js';
import { nameFields } from './named-person.js';

const decisionId = field.uuid('The decision');
const ballotId = field.uuid('The ballot');
const method = field.oneOf(BALLOT_METHODS, 'How it was decided');
const closed = { additionalProperties: false } as const;
const count = (description: string) => field.optional(Type.Integer({ minimum: 0, description }));

const facts = {
  point: field.optional(pointNumber),
  question: field.optional(field.oneOf(BALLOT_QUESTIONS, 'What was voted on; absent when the minutes do not say')),
  wording: field.optional(field.sealed('The order of propositions as the minutes have it: what yes and no stood for')),
  votes: field.optional(
    field.list(field.object({ ...nameFields, vote: field.oneOf(VOTES, 'How') }, closed), 'Who voted how, if open'),
  ),
  counts: field.optional(
    field.object(
      {
        yes: count('For'),
        no: count('Against'),
        abstain: count('Present without voting; blank ballots'),
        absent: count('Not there'),
      },
      { ...closed, description: 'The numbers the minutes state' },
    ),
  ),
  castingVote: field.optional(
    field.object(
      { ...nameFields, vote: field.oneOf(SIDES, 'Which way') },
      { ...closed, description: "The chair's casting vote at equal numbers (KL 5:56)" },
    ),
  ),
  lot: field.optional(
    field.object(
      { result: field.oneOf(SIDES, 'What was drawn'), note: field.optional(field.sealed('How, as the minutes say')) },
      { ...closed, description: 'The lot that was drawn' },
    ),
  ),
  result: field.optional(field.oneOf(SIDES, 'What the minutes say it came to')),
};

export const BallotRecorded = defineEvent('BallotRecorded', {
  sv: 'Hur ett beslut fattades: acklamation, öppen eller sluten omröstning, eller lottning',
  en: 'How a decision was made: by acclamation, an open or closed ballot, or lots',
  data: field.object({ decisionId, ballotId, method, ...facts }),
});

export const BallotRegistrationCorrected = defineEvent('BallotRegistrationCorrected', {
  sv: 'Registret hade återgett en omröstning fel; omröstningen själv är oförändrad',
  en: 'The register had rendered a ballot wrongly; the ballot itself is unchanged',
  corrects: true,
  data: field.object({
    decisionId,
    ballotId,
    method: field.optional(method),
    ...facts,
    clears: field.optional(field.list(field.oneOf(BALLOT_CLEARABLE, 'A field'), 'What the minutes do not say')),
    withdrawn: field.optional(Type.Literal(true, { description: 'It was not of this decision at all' })),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const ballotEvents = [BallotRecorded, BallotRegistrationCorrected] as const;

export type BallotEvent = EventOf<(typeof ballotEvents)[number]>;
