import { defineEvent, EventCatalogue, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

const size = (description: string) => Type.Integer({ minimum: 0, description });
const hash = (description: string, length: number) =>
  Type.String({ description, minLength: length, maxLength: length });

export const StateDigestPublished = defineEvent('StateDigestPublished', {
  sv: 'Registret offentliggjorde ett kontrolltal för allt som loggen säger',
  en: 'The register published one digest of everything that the log says',
  data: field.object({
    size: size('How many events, from the first in log order, were replayed'),
    digest: hash('base64url; what it is made of is said in the evidence library under stateDigest', 43),
    streams: size('How many entities are in it'),
  }),
});

export const AuditSampleDrawn = defineEvent('AuditSampleDrawn', {
  sv: 'Ett stickprov drogs, med roten av en senare kontrollpunkt som slump',
  en: 'A sample was drawn, with the root of a later checkpoint as its chance',
  data: field.object({
    seedSize: size('Size of the checkpoint whose root is the seed; larger than the population'),
    root: hash('The root, base64', 44),
    population: size('The first so many events of the log were drawn from'),
    k: size('How many were asked for'),
    seqs: Type.Array(size('Place in the log, from 0'), {
      description: 'The first k when all are sorted by SHA-256(root ‖ u64be(seq))',
    }),
  }),
});

export const auditEvents = new EventCatalogue([StateDigestPublished, AuditSampleDrawn] as const);

export type StateDigestPublished = EventOf<typeof StateDigestPublished>;
export type AuditSampleDrawn = EventOf<typeof AuditSampleDrawn>;
