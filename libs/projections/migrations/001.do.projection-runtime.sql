-- Read models forbid contradictions with EXCLUDE over keys and ranges.
create extension if not exists btree_gist with schema public;

create table projections.projection_version (
  projection            text not null,
  version               integer not null,
  generation            integer not null,
  schema_name           text not null unique,
  state                 text not null check (state in ('building', 'active', 'retired', 'failed', 'discarded')),
  publishes             text[] not null,
  checkpoint            numeric not null default 0,
  events                bigint not null default 0,
  rate                  double precision not null default 0,
  switch_when_caught_up boolean not null default true,
  failure               text,
  created_at            timestamptz not null default now(),
  updated_at            timestamptz not null default now(),
  primary key (projection, version, generation)
);
create unique index projection_version_one_active on projections.projection_version (projection) where state = 'active';
create unique index projection_version_one_retired on projections.projection_version (projection) where state = 'retired';
create unique index projection_version_one_building on projections.projection_version (projection) where state = 'building';
comment on table projections.projection_version is 'Every copy of every read model: its schema, its state and how far into the log it is';
comment on column projections.projection_version.state is 'discarded: its schema is gone, the row keeps its name from being used again';
comment on column projections.projection_version.checkpoint is 'Log position; everything up to it has had its effect, or is in held_event';
comment on column projections.projection_version.events is 'How many events its apply was given';
comment on column projections.projection_version.rate is 'Events per second while it last worked';
comment on column projections.projection_version.failure is 'Why it was not made or not switched to by itself';

create table projections.held_event (
  schema_name text not null references projections.projection_version (schema_name),
  projection  text not null,
  version     integer not null,
  stream      text not null,
  revision    numeric not null,
  position    numeric not null,
  event_id    uuid not null,
  type        text not null,
  error       text,
  attempts    integer not null,
  held_at     timestamptz not null default now(),
  primary key (schema_name, stream, revision)
);
create unique index held_event_by_id on projections.held_event (schema_name, event_id);
comment on table projections.held_event is 'Events a read model could not apply, and later ones of the same stream behind them';
comment on column projections.held_event.error is 'Kind of error, without values; null for an event that only waits behind another';

create table projections.policy_checkpoint (
  policy     text primary key,
  position   numeric not null,
  updated_at timestamptz not null default now()
);
