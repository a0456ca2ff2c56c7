import { Type, type Static } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { isCivilDate } from '../time/civil-date.js';
import type { Instant } from '../time/instant.js';
import { InvalidEvent } from './invalid-event.js';

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Whom a reader must be to see the event's data. Names are sealed whatever the class. */
export const CLASSIFICATIONS = ['public', 'internal', 'restricted'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** How long the record is kept: for ever, for the mandate period and ten years, or until a disposal decision. */
export const RETENTION_CLASSES = ['permanent', 'mandate-plus-10-years', 'until-disposal-decision'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** The paper an event was read from, as far as it is known. */
export const SourceReference = Type.Object(
  {
    organ: Type.Optional(Type.String()),
    date: Type.Optional(Type.String({ description: 'Partial date' })),
    paragraph: Type.Optional(Type.String()),
    point: Type.Optional(Type.Integer({ minimum: 1 })),
    registryNumber: Type.Optional(Type.String()),
    documentHash: Type.Optional(Type.String({ description: 'SHA-256 of the document, hex' })),
  },
  { additionalProperties: false },
);
export type SourceReference = Static<typeof SourceReference>;

/**
 * Everything about an event that is not what happened. One schema for every event store; the store keeps it
 * beside the data, unchanged.
 */
export const EventMetadata = Type.Object(
  {
    schemaVersion: Type.Integer({ minimum: 1, description: 'Version of the data schema the event was written with' }),
    recordedAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
    actor: Type.Object(
      { id: Type.String({ minLength: 1, description: 'Pseudonymous' }), role: Type.String({ minLength: 1 }) },
      { additionalProperties: false },
    ),
    onBehalfOf: Type.Optional(Type.String({ description: 'The body in whose name the actor acted' })),
    correlationId: Uuid,
    causationId: Type.Optional(Uuid),
    commandId: Uuid,
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
    source: Type.Optional(SourceReference),
    classification: Type.Union(CLASSIFICATIONS.map((c) => Type.Literal(c))),
    retentionClass: Type.Union(RETENTION_CLASSES.map((c) => Type.Literal(c))),
    sealed: Type.Optional(
      Type.Record(
        Type.String({ description: 'JSON pointer of the commitment' }),
        Type.Object(
          { alg: Type.Literal('A256GCM'), kid: Type.String(), n: Type.String(), ct: Type.String() },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);
export type EventMetadata = Omit<Static<typeof EventMetadata>, 'recordedAt'> & { readonly recordedAt: Instant };

const compiled = TypeCompiler.Compile(EventMetadata);

/** @throws InvalidEvent naming the field, never its value. */
export function checkMetadata(metadata: EventMetadata): void {
  if (!compiled.Check(metadata)) {
    const first = compiled.Errors(metadata).First();
    throw new InvalidEvent('metadata', first?.path ?? '', first?.message ?? 'invalid');
  }
  for (const key of ['validFrom', 'validTo'] as const) {
    const day = metadata[key];
    if (day !== undefined && !isCivilDate(day)) throw new InvalidEvent('metadata', `/${key}`, 'no such day');
  }
}
