import { defineEvent, field } from '@liggare/kernel';
import { seatNumber } from './group-events.js';

export const SeatFunctionAssigned = defineEvent('SeatFunctionAssigned', {
  sv: 'En plats innehas av en funktion, till exempel lokalpolisområdeschef; personen kan vara oregistrerad',
  en: 'A seat is held by a function, such as the local police chief; the person need not be registered',
  data: field.object({
    functionSeatId: field.uuid('The function in its seat'),
    seat: seatNumber('Number of the function seat'),
    function: field.text('The function, as decided'),
    organisation: field.optional(field.text('The organisation it belongs to')),
    personId: field.optional(field.uuid('Who holds the function, when that is registered')),
    from: field.day('First day'),
    to: field.optional(field.day('First day after it')),
    basis: field.basis(),
  }),
  validTime: ({ from, to }) => ({ from, to }),
});

export const SeatFunctionEnded = defineEvent('SeatFunctionEnded', {
  sv: 'Funktionen innehar inte längre platsen',
  en: 'The function no longer holds the seat',
  data: field.object({
    functionSeatId: field.uuid('The function in its seat'),
    on: field.day('First day it no longer holds the seat'),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ to: on }),
});
