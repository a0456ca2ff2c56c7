-- The log. One row per event, in the order of commit; nothing is ever changed or deleted.
create table event_store.head (
  single boolean primary key default true check (single),
  position bigint not null
);
insert into event_store.head (position) values (0);

create table event_store.stream (
  name text primary key,
  revision bigint not null
);

create table event_store.event (
  position bigint primary key,
  stream text not null,
  revision bigint not null,
  event_id uuid not null unique,
  type text not null,
  recorded_at timestamptz not null,
  -- json, not jsonb: what was written is read back byte for byte.
  data json not null,
  metadata json not null,
  unique (stream, revision)
);
create index event_recorded_at on event_store.event (recorded_at);

create function event_store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or deleted' using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_final before update or delete on event_store.event
  for each row execute function event_store.refuse_change();
create trigger event_stays before truncate on event_store.event
  for each statement execute function event_store.refuse_change();

-- Appends a batch of requests in one transaction. Taking the head row first makes every transaction of the whole
-- server wait its turn here, so positions are gapless and in commit order, and what is read below cannot change.
--
-- One element per event, the events of a request side by side: the stream, what its revision is expected to be
-- (-3 any, -2 it exists, -1 it does not, else that revision), the event's place within its request, and the event.
-- At most one request per stream. Returns one row per request, by the index of its first event; the outcome is
-- written | repeated | conflict | wrong-revision.
create function event_store.append(
  e_stream text[], e_expected bigint[], e_place int[], e_id uuid[], e_type text[], e_at timestamptz[],
  e_data text[], e_metadata text[]
) returns table (stream text, outcome text, revision bigint, "position" bigint) language plpgsql
-- Plans are made once per session, perhaps while the log is still empty: they must suit a long one.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  base bigint;
  taken text[] := '{}';
begin
  select h.position into base from event_store.head h for update;

  -- Ids that are there already: a command sent again, or a clash. Rare, so it is looked into only when it happens.
  if exists (select from event_store.event k where k.event_id = any (e_id)) then
    return query
      with known as (
        select e.stream, count(*) as events, count(k.position) as found,
               count(*) filter (where k.stream = e.stream) as at_home,
               min(k.revision - e.place) as lowest, max(k.revision - e.place) as highest,
               max(k.revision) as revision, max(k.position) as position
        from unnest(e_stream, e_place, e_id) e(stream, place, id)
        left join event_store.event k on k.event_id = e.id
        group by e.stream
        having count(k.position) > 0
      )
      select known.stream,
             case when found = events and at_home = events and lowest = highest then 'repeated' else 'conflict' end,
             known.revision, known.position
      from known;
    select array_agg(distinct e.stream) into taken
    from unnest(e_stream, e_id) e(stream, id)
    where exists (
      select from unnest(e_stream, e_id) o(stream, id) join event_store.event k on k.event_id = o.id
      where o.stream = e.stream
    );
  end if;

  return query
    with inserted as (
      insert into event_store.event as w
             (position, stream, revision, event_id, type, recorded_at, data, metadata)
      select base + row_number() over (order by e.n), e.stream, coalesce(s.revision, -1) + 1 + e.place,
             e.id, e.type, e.at, e.data::json, e.metadata::json
      from unnest(e_stream, e_expected, e_place, e_id, e_type, e_at, e_data, e_metadata) with ordinality
           e(stream, expected, place, id, type, at, data, metadata, n)
      left join event_store.stream s on s.name = e.stream
      where (e.expected = -3 or e.expected = coalesce(s.revision, -1) or (e.expected = -2 and s.revision >= 0))
        and e.stream <> all (taken)
      returning w.stream, w.revision, w.position
    ), ends as (
      select i.stream, max(i.revision) as revision, max(i.position) as position from inserted i group by i.stream
    ), streams as (
      insert into event_store.stream as s (name, revision) select e.stream, e.revision from ends e
      on conflict (name) do update set revision = excluded.revision
    ), moved as (
      update event_store.head h set position = last.position
      from (select max(e.position) as position from ends e) last
      where last.position is not null
    )
    select e.stream, 'written', e.revision, e.position from ends e;

  perform pg_notify('liggare_log', '');
end $$;
