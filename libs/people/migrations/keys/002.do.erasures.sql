-- A subject that is being erased: nothing more is sealed for it, so that what is sealed under its keys can be counted.
-- Taken back when the erasure is refused after all.
create table keys.closed_subject (
  subject    text not null,
  erasure_id uuid not null,
  closed_at  timestamptz not null default now(),
  primary key (subject, erasure_id)
);

-- What the log must say of a destroyed key, kept in the transaction that destroys it: whoever finds it unrecorded
-- writes the event from here.
create table keys.destroyed_key (
  kid             text primary key references keys.subject_key,
  erasure_id      uuid not null,
  subject         text not null,
  key_commitment  text not null,
  affected_count  integer not null check (affected_count >= 0),
  affected_digest text not null,
  destroyed_on    date not null,
  authority       text not null,
  legal_basis     text not null,
  decision_id     uuid,
  decision_point  integer,
  actor_id        text not null,
  actor_role      text not null,
  recorded        boolean not null default false,
  check ((decision_id is null) = (decision_point is null))
);
create index destroyed_key_erasure on keys.destroyed_key (erasure_id);
create index destroyed_key_unrecorded on keys.destroyed_key (erasure_id) where not recorded;
comment on column keys.destroyed_key.affected_digest is 'base64url SHA-256 of the JCS of the sorted _sd digests sealed under the key';
comment on column keys.destroyed_key.recorded is 'The event SubjectKeyErased is in the log';
