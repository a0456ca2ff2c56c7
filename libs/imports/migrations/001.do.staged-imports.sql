-- Files on their way into the register: working material. Once an import is closed, what its commands say of people is
-- gone; the remarks, which quote nothing, stay.
create table imports.import (
  import_id uuid primary key,
  content text not null,
  sha256 text not null,
  -- Where the columns of the file stand, by key.
  layout jsonb not null default '{}',
  rows integer not null default 0,
  -- False until every row of the file is here, and again when they have been taken away unused.
  staged boolean not null default false,
  -- Which work is under way, and in whose name: 'try', 'retry' (before recording), 'record' or 'reverse'.
  task text,
  context jsonb,
  handed_in_at timestamptz not null
);
create index import_of_file on imports.import (sha256, content);
create index import_handed_in on imports.import (handed_in_at desc);

-- One command of one row. In the order of `line_order`, each finds what it refers to.
create table imports.line (
  import_id uuid not null references imports.import on delete cascade,
  row integer not null,
  part smallint not null,
  phase smallint not null,
  category text not null,
  -- All zeros: the person the row names.
  target uuid not null,
  creates boolean not null,
  command jsonb not null,
  -- The first row that names the same person: that row registers them. 0: the row names nobody.
  person_row integer not null default 0,
  -- The same when the stream is that person's, else 0: rows of one stream follow each other.
  stream_row integer not null default 0,
  done boolean not null default false,
  -- How many events it made.
  events integer not null default 0,
  primary key (import_id, row, part)
);
create index line_order on imports.line (import_id, phase, target, stream_row, row, part);

-- Whom the rows name, by digest.
create table imports.person (
  import_id uuid not null references imports.import on delete cascade,
  row integer not null,
  key bytea not null,
  name bytea,
  primary key (import_id, row)
);
create index person_key on imports.person (import_id, key, row);

create table imports.remark (
  import_id uuid not null references imports.import on delete cascade,
  -- Of the reading, and thus for ever, or of a trial against the register.
  of_trial boolean not null,
  row integer not null,
  n integer not null,
  severity text not null,
  cell text,
  "column" text,
  rule text not null,
  message text not null,
  primary key (import_id, of_trial, row, n)
);
