-- Which keys subject keys are wrapped with. A subject key is only wrapped with one that is in use: the row is locked
-- while it is, so that a rotation misses none.
create table keys.encryption_key (
  kek_id text primary key,
  state  text not null default 'in-use' check (state in ('in-use', 'retiring', 'retired')),
  met_at timestamptz not null default now()
);
comment on table keys.encryption_key is 'Key-encryption keys by id; the keys themselves are never in the database';
comment on column keys.encryption_key.state is 'retiring: subject keys are being wrapped anew; retired: none is wrapped with it any more';
insert into keys.encryption_key (kek_id) select distinct kek_id from keys.subject_key;
create index subject_key_kek on keys.subject_key (kek_id) where wrapped is not null;
