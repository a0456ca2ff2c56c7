import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { ELECTION_CLEARABLE, ELECTION_METHODS, ELECTION_OFFICES, ELECTION_STATUTES } from './election-vocabulary.js';
import { pointNumber } from './identity-fields.js';
import { nameFields } from './named-person.js';

const decisionId = field.uuid('The decision');
const electionId = field.uuid('The election');
const method = field.oneOf(ELECTION_METHODS, 'How it was held');
const office = field.oneOf(ELECTION_OFFICES, 'What was elected; members and substitutes are separate elections');
const seats = Type.Integer({ minimum: 1, description: 'How many were to be elected' });
const closed = { additionalProperties: false } as const;
const count = (description: string) => field.optional(Type.Integer({ minimum: 0, description }));
const listNumber = (description: string) => Type.Integer({ minimum: 1, description });

const lists = field.list(
  field.object(
    {
      number: listNumber('Tells it apart from the others here'),
      designation: field.optional(field.sealed('Its group designation (gruppbeteckning)')),
      partyIds: field.optional(field.list(field.uuid('A party'), 'Parties behind it')),
      votes: count('Ballots for it'),
      candidates: field.optional(
        field.list(field.object(nameFields, closed), 'Whom it names, in the order that counts'),
      ),
    },
    closed,
  ),
  'Groups of ballots (valsedelsgrupper); none when there were no lists',
);

const facts = {
  point: field.optional(pointNumber),
  statute: field.optional(field.oneOf(ELECTION_STATUTES, 'The act (SFS) the minutes state')),
  request: field.optional(
    field.object(
      { by: count('How many asked for a proportional election'), present: count('How many were present') },
      { ...closed, description: 'The request for a proportional election' },
    ),
  ),
  invalidBallots: count('Ballots that were blank or void'),
  lots: field.optional(field.list(listNumber('A list'), 'Lists that lots fell on, in the order drawn')),
  lotNote: field.optional(field.sealed('How lots were drawn, and about what, as the minutes say')),
  elected: field.optional(
    field.list(
      field.object(
        {
          ...nameFields,
          list: field.optional(listNumber('The list whose seat it is')),
          votes: count('Votes for the person, where ballots were cast for persons'),
        },
        closed,
      ),
      'Whom the minutes declare elected, in the order they say',
    ),
  ),
  fills: field.optional(
    field.object(
      {
        decisionId: field.uuid('The decision of the earlier election'),
        electionId: field.uuid('The earlier election'),
        list: field.optional(listNumber('The list of that election that holds the seat')),
      },
      { ...closed, description: 'A by-election (fyllnadsval): of which election a seat is filled' },
    ),
  ),
};

export const ElectionRecorded = defineEvent('ElectionRecorded', {
  sv: 'Hur ett val gick till: begäran, listor, röster, lottning och vilka protokollet förklarar valda',
  en: 'How an election was held: the request, lists, votes, lots, and whom the minutes declare elected',
  data: field.object({ decisionId, electionId, method, office, seats, lists, ...facts }),
});

export const ElectionRegistrationCorrected = defineEvent('ElectionRegistrationCorrected', {
  sv: 'Registret hade återgett ett val fel; valet självt är oförändrat',
  en: 'The register had rendered an election wrongly; the election itself is unchanged',
  corrects: true,
  data: field.object({
    decisionId,
    electionId,
    method: field.optional(method),
    office: field.optional(office),
    seats: field.optional(seats),
    lists: field.optional(lists),
    ...facts,
    clears: field.optional(field.list(field.oneOf(ELECTION_CLEARABLE, 'A field'), 'What the minutes do not say')),
    withdrawn: field.optional(Type.Literal(true, { description: 'It was not of this decision at all' })),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const electionEvents = [ElectionRecorded, ElectionRegistrationCorrected] as const;

export type ElectionEvent = EventOf<(typeof electionEvents)[number]>;
