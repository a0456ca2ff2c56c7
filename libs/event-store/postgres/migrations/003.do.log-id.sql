-- Tells a log from its copies: the origin is the same, positions need not be.
alter table event_store.origin add column id uuid not null default gen_random_uuid();
