/** Tables of the read model of decisions. Texts are commitments. */
export const decisionTables = `
    create table decision (
      decision_id      uuid not null,
      instrument       text not null,
      outcome          text not null,
      decided_on       text not null,
      decided_earliest date,
      decided_before   date,
      organ_group_id   uuid,
      organ_name       text,
      organ_candidates jsonb not null,
      meeting_id       uuid,
      matter_id        uuid,
      session          text,
      session_order    text not null,
      sequence         integer,
      paragraph        text,
      paragraph_order  text not null,
      agenda_item      text,
      registry_number  text,
      confidence       text not null,
      source_note_sd   text,
      document_hash    text,
      reported_on      text,
      reported_meeting_id uuid,
      duplicate_of     uuid,
      provisional      boolean not null,
      recorded_from    numeric not null,
      recorded_to      numeric,
      primary key (decision_id, recorded_from),
      exclude using gist (decision_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column decision.decided_on is 'Partial date (EDTF); decided_earliest and decided_before are its bounds';
    comment on column decision.organ_candidates is 'Names of bodies it may have been, when the source does not say';
    comment on column decision.paragraph is 'Restarts at every meeting: identifies with organ, date and session only';
    comment on column decision.paragraph_order is 'The paragraph in a form that compares and sorts; empty if not known';
    comment on column decision.session_order is 'The session in a form that compares and sorts; empty if not known';
    comment on column decision.sequence is 'Order among decisions of one day that session and paragraph leave open';
    create index on decision (decided_earliest);
    create index on decision (registry_number);
    create index on decision (matter_id);
    create index on decision (meeting_id);
    create index on decision (reported_meeting_id) where reported_meeting_id is not null;
    create index on decision (paragraph_order);

    create table decision_point (
      point_id      uuid not null,
      decision_id   uuid not null,
      number        integer not null,
      kind          text not null,
      text_sd       text not null,
      valid         daterange,
      superseded    boolean not null,
      superseded_by_decision_id uuid,
      superseded_by_point       integer,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (point_id, recorded_from),
      exclude using gist (point_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column decision_point.valid is 'Period of effect: empty when it never has any, null when no day is known';
    create index on decision_point (decision_id);
    create index on decision_point (superseded_by_decision_id);

    create table reference (
      reference_id   uuid not null,
      decision_id    uuid not null,
      to_decision_id uuid not null,
      to_point       integer,
      recorded_from  numeric not null,
      recorded_to    numeric,
      primary key (reference_id, recorded_from)
    );
    comment on table reference is 'decision_id is about the earlier to_decision_id, or one point of it';
    create index on reference (to_decision_id);

    create table statement (
      statement_id  uuid not null,
      decision_id   uuid not null,
      kind          text not null,
      point         integer,
      party_ids     jsonb not null,
      person_ids    jsonb not null,
      signatory_sd  text,
      filed_on      text,
      text_sd       text,
      document_hash text,
      recorded_from numeric not null,
      recorded_to   numeric,
      primary key (statement_id, recorded_from),
      exclude using gist (statement_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column statement.filed_on is 'Partial date (EDTF)';
    create index on statement (decision_id);
`;
