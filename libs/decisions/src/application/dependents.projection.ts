import type { Transaction } from '@liggare/database';
import { parseStreamName, type DecisionPointRef, type Projection, type RecordedEvent } from '@liggare/kernel';

/**
 * What rests on which decision point: every event of any slice that names a `basis`. An appeal or annulment of the
 * point concerns these.
 * @param types all event types of the register
 */
export function dependentsProjection(types: readonly string[]): Projection<Transaction> {
  return {
    name: 'dependents',
    version: 2,
    handles: types,
    schema: `
      create table dependent (
        position    numeric primary key,
        decision_id uuid not null,
        point       integer not null,
        entity_type text not null,
        entity_id   uuid not null,
        event_type  text not null,
        event_id    uuid not null,
        valid_from  date,
        valid_to    date
      );
      create index on dependent (decision_id, point, position);
    `,
    publishes: ['dependent'],
    async apply(events, tx) {
      const resting = events.flatMap((event) => {
        const { basis } = event.data as { basis?: DecisionPointRef };
        return basis === undefined ? [] : [{ event, basis }];
      });
      if (resting.length === 0) return;
      await tx.query(
        `insert into dependent
         select * from unnest($1::numeric[], $2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::uuid[],
           $8::date[], $9::date[])`,
        columns(resting),
      );
    },
  };
}

function columns(resting: readonly { event: RecordedEvent; basis: DecisionPointRef }[]): unknown[] {
  const streams = resting.map(({ event }) => parseStreamName(event.stream));
  return [
    resting.map(({ event }) => event.position.toString()),
    resting.map(({ basis }) => basis.decisionId),
    resting.map(({ basis }) => basis.point),
    streams.map(({ category }) => category),
    streams.map(({ id }) => id),
    resting.map(({ event }) => event.type),
    resting.map(({ event }) => event.eventId),
    resting.map(({ event }) => event.metadata.validFrom ?? null),
    resting.map(({ event }) => event.metadata.validTo ?? null),
  ];
}
