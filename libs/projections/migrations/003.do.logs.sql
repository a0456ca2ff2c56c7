-- A checkpoint is a position in one log. Which one?
create table projections.log (
  id         text primary key,
  store      text not null,
  name       text not null,
  clock      text not null,
  met_at     timestamptz not null default now()
);
comment on table projections.log is 'Every log that read models were built from: a copy of a log is another one, its positions are others';
comment on column projections.log.id is 'Given by the store; "unrecorded" for what was built before this was kept, from PostgreSQL';

-- All logs were in PostgreSQL then; the first that is met takes the place of this one.
insert into projections.log (id, store, name, clock) values ('unrecorded', 'postgres', '', '');

alter table projections.projection_version
  add column log_id text not null default 'unrecorded' references projections.log (id) on update cascade;
comment on column projections.projection_version.log_id is 'The log that the checkpoint is a position of';

alter table projections.policy_checkpoint
  add column log_id text not null default 'unrecorded' references projections.log (id) on update cascade,
  drop constraint policy_checkpoint_pkey,
  add primary key (policy, log_id);
