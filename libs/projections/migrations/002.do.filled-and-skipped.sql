alter table projections.projection_version add column filled_at timestamptz;
comment on column projections.projection_version.filled_at is 'When it had first caught up and got the indexes and constraints that readers are to find';

create table projections.skipped_event (
  schema_name text not null references projections.projection_version (schema_name),
  event_id    uuid not null,
  primary key (schema_name, event_id)
);
comment on table projections.skipped_event is 'Held events that an operator left out of a copy for good';
