-- The log. One row per event, in the order of commit; nothing is ever changed or deleted.
create table event_store.head (
  single boolean primary key default true check (single),
  position bigint not null,
  -- The latest recorded_at of all.
  known_at timestamptz not null
);
insert into event_store.head (position, known_at) values (0, '-infinity');

create table event_store.event (
  position bigint primary key,
  stream text not null,
  revision bigint not null,
  event_id uuid not null unique,
  type text not null,
  recorded_at timestamptz not null,
  -- The latest recorded_at up to here. It never falls, so the log can be searched by it without an index.
  known_at timestamptz not null,
  -- json, not jsonb: what was written is read back byte for byte.
  data json not null,
  metadata json not null,
  unique (stream, revision)
);

create function event_store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or deleted' using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_final before update or delete on event_store.event
  for each row execute function event_store.refuse_change();
create trigger event_stays before truncate on event_store.event
  for each statement execute function event_store.refuse_change();

-- What a writer may believe of its stream: -3 anything, -2 that it exists, -1 that it does not, else its revision.
create function event_store.is_met(expected bigint, revision bigint) returns boolean language sql immutable
  return expected = -3 or expected = revision or (expected = -2 and revision >= 0);

-- Both functions below begin by taking the head row, so every transaction of the whole server waits its turn there:
-- positions are gapless and in the order of commit, and what is read after it cannot change before the commit.
-- Their plans are made once per session, perhaps while the log is still empty, and must suit a long one: indexes only.

-- Appends one event: what most commands do.
create function event_store.append_one(
  a_stream text, a_expected bigint, a_id uuid, a_type text, a_at timestamptz, a_data json, a_metadata json,
  out outcome text, out revision bigint, out "position" bigint
) language plpgsql
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  base bigint;
  known timestamptz;
begin
  update event_store.head h set position = h.position + 1, known_at = greatest(h.known_at, a_at)
  where h.single returning h.position - 1, h.known_at into base, known;
  insert into event_store.event as w
         (position, stream, revision, event_id, type, recorded_at, known_at, data, metadata)
  select base + 1, a_stream, s.revision + 1, a_id, a_type, a_at, known, a_data, a_metadata
  from (
    select coalesce(
      (select e.revision from event_store.event e where e.stream = a_stream order by e.revision desc limit 1), -1
    ) as revision
  ) s
  where event_store.is_met(a_expected, s.revision)
    and not exists (select from event_store.event k where k.event_id = a_id)
  returning 'written', w.revision, w.position into outcome, revision, position;
  if found then
    perform pg_notify('liggare_log', '');
    return;
  end if;
  -- Nothing was written, so the head is what it was.
  known := (select e.known_at from event_store.event e where e.position = base);
  update event_store.head h set position = base, known_at = coalesce(known, '-infinity') where h.single;
  select case when k.stream = a_stream then 'repeated' else 'conflict' end, k.revision, k.position
  into outcome, revision, position from event_store.event k where k.event_id = a_id;
  if not found then
    outcome := 'wrong-revision';
    revision := coalesce(
      (select e.revision from event_store.event e where e.stream = a_stream order by e.revision desc limit 1), -1
    );
  end if;
end $$;

-- Appends a batch of requests, at most one per stream. One element per request: its stream, the expected revision and
-- how many events it has. One element per event: the number of its request (from 1), its place in it (from 0) and the
-- event. Gives one element per request: written | repeated | conflict | wrong-revision; the revision of its last event
-- (of its stream, if that was not the expected one); and the position of its last event.
create function event_store.append(
  r_stream text[], r_expected bigint[], r_events int[],
  e_request int[], e_place int[], e_id uuid[], e_type text[], e_at timestamptz[], e_data json[], e_metadata json[],
  out outcome text[], out revision bigint[], out "position" bigint[]
) language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  base bigint;
  known timestamptz;
  known_outcome text[];
  known_revision bigint[];
  known_position bigint[];
  actual bigint[];
  starts bigint[];
  written bigint;
begin
  select h.position, h.known_at into base, known from event_store.head h where h.single for update;

  -- Ids that are there already: a command sent again, or a clash. Rare, so it is looked into only when it happens.
  if exists (select from event_store.event k where k.event_id = any (e_id)) then
    select array_agg(r.outcome order by r.request), array_agg(r.revision order by r.request),
           array_agg(r.position order by r.request)
    into known_outcome, known_revision, known_position
    from (
      select e.request, max(k.revision) as revision, max(k.position) as position,
             case
               when count(k.position) = 0 then null
               when count(k.position) = count(*) and bool_and(k.stream = r_stream[e.request])
                and min(k.revision - e.place) = max(k.revision - e.place) then 'repeated'
               else 'conflict'
             end as outcome
      from unnest(e_request, e_place, e_id) e(request, place, id)
      left join event_store.event k on k.event_id = e.id
      group by e.request
    ) r;
  end if;

  select array_agg(coalesce(last.revision, -1) order by r.n) into actual
  from unnest(r_stream) with ordinality r(stream, n)
  left join lateral (
    select e.revision from event_store.event e where e.stream = r.stream order by e.revision desc limit 1
  ) last on true;

  select array_agg(coalesce(r.known, case when r.events > 0 then 'written' else 'wrong-revision' end) order by r.n),
         array_agg(coalesce(r.known_revision, r.actual + r.events) order by r.n),
         array_agg(coalesce(r.known_position, case when r.events > 0 then base + r.upto end) order by r.n),
         array_agg(case when r.events > 0 then base + r.upto - r.events + 1 end order by r.n),
         max(r.upto)
  into outcome, revision, position, starts, written
  from (
    select a.*, sum(a.events) over (order by a.n rows unbounded preceding)::bigint as upto
    from (
      select u.n, u.actual, u.known, u.known_revision, u.known_position,
             case when u.known is null and event_store.is_met(u.expected, u.actual) then u.events else 0 end as events
      from unnest(r_expected, r_events, actual, known_outcome, known_revision, known_position) with ordinality
           u(expected, events, actual, known, known_revision, known_position, n)
    ) a
  ) r;
  if written = 0 then
    return;
  end if;

  insert into event_store.event (position, stream, revision, event_id, type, recorded_at, known_at, data, metadata)
  select starts[e.request] + e.place, r_stream[e.request], actual[e.request] + 1 + e.place, e.id, e.type, e.at,
         greatest(known, max(e.at) over (order by e.n rows unbounded preceding)), e.data, e.metadata
  from unnest(e_request, e_place, e_id, e_type, e_at, e_data, e_metadata) with ordinality
       e(request, place, id, type, at, data, metadata, n)
  where starts[e.request] is not null;

  update event_store.head h
  set position = base + written,
      known_at = (select e.known_at from event_store.event e where e.position = base + written)
  where h.single;
  perform pg_notify('liggare_log', '');
end $$;

-- The longest prefix of the log in which nothing was recorded later than the moment.
create function event_store.position_at(moment timestamptz) returns bigint language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint := (select h.position from event_store.head h);
  middle bigint;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select e.known_at from event_store.event e where e.position = middle) <= moment then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end $$;
