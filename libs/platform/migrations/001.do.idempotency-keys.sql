-- Requests by their Idempotency-Key: enough to tell a repeat from a clash, and nothing of the content.
create table api.idempotency_key (
  command_id uuid primary key,
  fingerprint bytea not null,
  claimed_at timestamptz not null default now()
);
create index idempotency_key_age on api.idempotency_key (claimed_at);
