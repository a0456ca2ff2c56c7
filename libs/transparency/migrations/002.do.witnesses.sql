-- Who else has seen the checkpoints of the transparency log (C2SP tlog-witness).

create table cosignature (
  size        bigint      not null,
  vkey        text        not null,
  line        text        not null,
  cosigned_at timestamptz not null,
  primary key (size, vkey)
);
comment on table cosignature is 'Lines of witnesses under checkpoints, each checked before it was kept';

create table witness (
  vkey        text primary key,
  name        text        not null,
  last_size   bigint      not null default 0,
  cosigned_at timestamptz,
  problem     text check (problem in ('unavailable', 'refused', 'ahead')),
  message     text,
  problem_at  timestamptz,
  check ((problem is null) = (problem_at is null))
);
comment on table witness is 'How far each witness of the policy has come, and what stops it';
