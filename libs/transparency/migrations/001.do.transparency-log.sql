-- The transparency log: one leaf per event, in the order of the log of events. Nothing here is personal: a leaf holds hashes.

create table leaf (
  seq      bigint  primary key check (seq >= 0),
  event_id uuid    not null unique,
  position numeric not null unique,
  entry    bytea   not null
);
comment on table leaf is 'Entry of every event, from 0 without gaps: canonical JSON that is hashed into the tree';
comment on column leaf.position is 'Where the event stands in the log of events; changes when that log is moved, seq does not';

create table node (
  level smallint not null,
  index bigint   not null,
  hash  bytea    not null check (length(hash) = 32),
  primary key (level, index)
);
comment on table node is 'Hash of every complete subtree (RFC 6962): of leaves [index · 2^level, (index + 1) · 2^level)';

create table signed_checkpoint (
  size      bigint      primary key,
  root      bytea       not null check (length(root) = 32),
  note      text        not null,
  signed_at timestamptz not null
);
comment on table signed_checkpoint is 'Every checkpoint that was signed; one root for one size, for ever';

create table log_key (
  vkey       text   primary key,
  first_size bigint not null
);
comment on table log_key is 'Keys that have signed, and from which size on';

create table progress (
  one_row  boolean primary key default true check (one_row),
  log_id   text    not null,
  size     bigint  not null,
  position numeric not null
);
comment on table progress is 'Which log of events the tree is of, and how far it has come';
