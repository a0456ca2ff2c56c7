import { field } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { Organ } from './organ.js';

/**
 * What identifies the paper. A paragraph's number restarts at every meeting, so it says nothing without organ, date and,
 * where a body met twice that day, session.
 */
export const identityFields = {
  organ: field.optional(Organ),
  meetingId: field.optional(field.uuid('The meeting, when it is in the register')),
  matterId: field.optional(field.uuid('The matter, when it is in the register')),
  session: field.optional(field.text('Tells meetings of one day apart, when the meeting is not in the register')),
  sequence: field.optional(
    Type.Integer({ minimum: 1, description: 'Order among decisions of one day that session and § leave open' }),
  ),
  paragraph: field.optional(field.text('§ in the minutes, e.g. 18')),
  agendaItem: field.optional(field.text('Number on the agenda (ärende 22): neither § nor registry number')),
  registryNumber: field.optional(field.text('Diarienummer as the paper has it')),
};

export const pointNumber = Type.Integer({ minimum: 1, maximum: 999, description: 'Number of the point' });
