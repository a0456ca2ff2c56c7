const recorded = (key: string) => `
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (${key}, recorded_from),
      exclude using gist (${key} with =, numrange(recorded_from, recorded_to) with &&)`;

/** Tables of the read model of ballots and elections. */
export const ballotTables = `
    create table ballot (
      ballot_id     uuid not null,
      decision_id   uuid not null,
      point         integer,
      method        text not null,
      question      text,
      yes           integer,
      no            integer,
      abstain       integer,
      absent        integer,
      decided       text,
      result        text,
      remarks       jsonb not null,${recorded('ballot_id')}
    );
    comment on column ballot.decided is 'What the numbers, the casting vote or the lot say; result is what the minutes say';
    comment on column ballot.remarks is 'What in it does not add up';
    create index on ballot (decision_id);

    create table vote (
      vote_id       uuid not null,
      ballot_id     uuid not null,
      decision_id   uuid not null,
      person_id     uuid,
      name_sd       text,
      vote          text not null,${recorded('vote_id')}
    );
    create index on vote (decision_id);
    create index on vote (person_id);

    create table election (
      election_id   uuid not null,
      decision_id   uuid not null,
      point         integer,
      method        text not null,
      office        text not null,
      seats         integer not null,
      statute       text,
      statute_stated boolean not null,
      requested_by  integer,
      quota         integer,
      fills_decision_id uuid,
      fills_election_id uuid,
      fills_list    integer,
      remarks       jsonb not null,${recorded('election_id')}
    );
    comment on column election.statute is 'The act (SFS) it was held under: as stated, else that of the day';
    comment on column election.quota is 'How many had to ask for a proportional election, of the number present';
    create index on election (decision_id);
    create index on election (fills_election_id);

    create table seat (
      seat_id       uuid not null,
      election_id   uuid not null,
      decision_id   uuid not null,
      place         integer not null,
      list          integer,
      person_id     uuid,
      name_sd       text,${recorded('seat_id')}
    );
    comment on column seat.list is 'The list that holds the seat: a by-election keeps it';
    create index on seat (election_id);
    create index on seat (person_id);
`;
