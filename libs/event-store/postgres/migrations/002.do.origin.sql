-- Which log this is. Written once: a log that was begun under a demo clock can never be taken for a real one.
create table event_store.origin (
  single boolean primary key default true check (single),
  name text not null,
  clock text not null check (clock in ('system', 'demo')),
  begun_at timestamptz not null default now()
);
create trigger origin_is_final before update or delete on event_store.origin
  for each row execute function event_store.refuse_change();
create trigger origin_stays before truncate on event_store.origin
  for each statement execute function event_store.refuse_change();
