import type { Transaction } from '@liggare/database';
import type { DecisionPointRef, Projection, RecordedEvent } from '@liggare/kernel';
import { mentionsOf } from '../domain/mentions.js';
import { APPOINTED_PERSONS, AppointedPersons } from './appointed-persons.js';

/**
 * An index of the log: where each event is, who recorded it, on which decision it rests, and which entities it names.
 * The events themselves are read from the log.
 * @param types all event types of the register
 */
export function auditTrailProjection(types: readonly string[]): Projection<Transaction> {
  return {
    name: 'audit-trail',
    version: 2,
    handles: types,
    schema: `
      create table entry (
        position       numeric primary key,
        stream         text not null,
        revision       bigint not null,
        event_id       uuid not null,
        event_type     text not null,
        recorded_at    timestamptz not null,
        actor_id       text not null,
        actor_role     text not null,
        correlation_id uuid not null,
        causation_id   uuid,
        command_id     uuid not null,
        valid_from     date,
        valid_to       date,
        decision_id    uuid,
        point          integer
      );
      comment on column entry.actor_id is 'Pseudonymous';
      create index on entry (event_type, position);
      create index on entry (actor_id, position);
      create index on entry (recorded_at);

      create table mention (
        entity_type text not null,
        entity_id   uuid not null,
        position    numeric not null,
        primary key (entity_type, entity_id, position)
      );
      ${APPOINTED_PERSONS}
    `,
    publishes: ['entry', 'mention'],
    async apply(events, tx) {
      await tx.query(
        `insert into entry
         select * from unnest($1::numeric[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[],
           $7::text[], $8::text[], $9::uuid[], $10::uuid[], $11::uuid[], $12::date[], $13::date[], $14::uuid[],
           $15::int[])`,
        entryColumns(events),
      );
      const persons = await AppointedPersons.load(tx, events);
      await tx.query(
        'insert into mention select * from unnest($1::text[], $2::uuid[], $3::numeric[])',
        mentionColumns(events, persons),
      );
      await persons.save(tx);
    },
  };
}

function entryColumns(events: readonly RecordedEvent[]): unknown[] {
  const basis = events.map(({ data }) => (data as { basis?: DecisionPointRef }).basis);
  return [
    events.map(({ position }) => position.toString()),
    events.map(({ stream }) => stream),
    events.map(({ revision }) => revision.toString()),
    events.map(({ eventId }) => eventId),
    events.map(({ type }) => type),
    events.map(({ recordedAt }) => recordedAt),
    events.map(({ metadata }) => metadata.actor.id),
    events.map(({ metadata }) => metadata.actor.role),
    events.map(({ metadata }) => metadata.correlationId),
    events.map(({ metadata }) => metadata.causationId ?? null),
    events.map(({ metadata }) => metadata.commandId),
    events.map(({ metadata }) => metadata.validFrom ?? null),
    events.map(({ metadata }) => metadata.validTo ?? null),
    basis.map((ref) => ref?.decisionId ?? null),
    basis.map((ref) => ref?.point ?? null),
  ];
}

function mentionColumns(events: readonly RecordedEvent[], persons: AppointedPersons): unknown[] {
  const mentions = events.flatMap((event) => {
    const { stream, data } = event;
    const position = event.position.toString();
    const named = mentionsOf(stream, data);
    const behind = persons.mentioned(event).filter(({ entityId }) => !named.some((m) => m.entityId === entityId));
    return [...named, ...behind].map((mention) => ({ ...mention, position }));
  });
  return [
    mentions.map(({ entityType }) => entityType),
    mentions.map(({ entityId }) => entityId),
    mentions.map(({ position }) => position),
  ];
}
