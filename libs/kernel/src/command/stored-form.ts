import type { DomainEvent } from '../events/domain-event.js';
import type { EventMetadata } from '../events/envelope.js';
import type { RecordedEvent } from '../store/event-store.js';
import { withoutUndefined } from '../without-undefined.js';
import type { CommandContext } from './command-context.js';
import type { Aggregate } from './decider.js';

/** The envelope of an event that is about to be written. */
export function metadataOf(
  aggregate: { readonly catalogue: Aggregate<unknown, unknown, DomainEvent>['catalogue'] },
  event: DomainEvent,
  context: CommandContext,
  sealed: EventMetadata['sealed'],
): EventMetadata {
  const definition = aggregate.catalogue.check(event);
  const valid = aggregate.catalogue.validTime(event);
  return withoutUndefined({
    schemaVersion: definition.version,
    recordedAt: context.now,
    actor: context.actor,
    onBehalfOf: context.onBehalfOf,
    correlationId: context.correlationId,
    causationId: context.causationId,
    commandId: context.commandId,
    validFrom: valid.from,
    validTo: valid.to,
    source: context.source,
    classification: definition.classification,
    retentionClass: definition.retentionClass,
    sealed,
  });
}

/** What a stored event says today. */
export function upcast<E extends DomainEvent>(
  aggregate: { readonly catalogue: Aggregate<unknown, unknown, E>['catalogue'] },
  recorded: RecordedEvent,
): E {
  return aggregate.catalogue.upcast(recorded.type, recorded.metadata.schemaVersion, recorded.data) as E;
}
