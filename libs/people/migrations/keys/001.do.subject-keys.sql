-- The keys that personal data in events is sealed under: one per subject and generation, wrapped by a key that is not
-- in the database. Destroying `wrapped` (state erased) forgets the subject; the log and its proofs stay as they are.
-- Back this schema up separately and briefly: a key in a backup is a key that still exists.

create table keys.subject_key (
  kid            text primary key,
  subject        text not null,
  generation     integer not null check (generation >= 1),
  state          text not null check (state in ('active', 'rotated', 'erased')),
  kek_id         text not null,
  wrapped        bytea,
  key_commitment text not null,
  created_at     timestamptz not null default now(),
  unique (subject, generation),
  check (kid = subject || '/' || generation),
  check ((state = 'erased') = (wrapped is null))
);
comment on column keys.subject_key.kid is 'Key id as it stands beside sealed values: subject/generation';
comment on column keys.subject_key.wrapped is 'Nonce (12 bytes), encrypted key (32), tag (16); null once erased';
comment on column keys.subject_key.key_commitment is 'base64url SHA-256("kc" || key): names a key without telling it';

create unique index subject_key_one_active on keys.subject_key (subject) where state = 'active';

-- Written before a key is destroyed, in the same transaction: a replay or a restored backup must not bring a
-- forgotten subject back under a new key.
create table keys.erasure_fence (
  subject         text primary key,
  erased_through  integer not null check (erased_through >= 1),
  fingerprints    text[] not null,
  new_key_allowed boolean not null default false,
  created_at      timestamptz not null default now()
);
comment on column keys.erasure_fence.erased_through is 'Last generation that was destroyed';
comment on column keys.erasure_fence.fingerprints is 'Key commitments of the destroyed keys';
