-- Records that can be linked, what changed among them, and what people judged.

create table record (
  id              uuid not null primary key,
  organisation_id uuid not null,
  source_kind     text not null check (source_kind in ('CASE', 'IMPORT', 'ASKED')),
  source_id       uuid not null,
  source_name     text not null check (length(source_name) between 1 and 200),
  line            bigint not null default 0,
  said            jsonb not null,
  cells           jsonb
);
comment on table record is 'One linkable record as it came: of a case, a row of an imported list, or a question that was judged';
comment on column record.said is 'personal: what is compared, as [kind, text] pairs: names, phones, addresses';
comment on column record.cells is 'personal: all cells of the row of the list, in the order of its columns';
create index record_source on record (organisation_id, source_kind, source_id, line);
select clew.protect('record');

create table record_change (
  id              uuid not null primary key,
  organisation_id uuid not null,
  written_by      xid8 not null default pg_current_xact_id(),
  what            text not null check (what in ('TOUCHED', 'ARRIVED')),
  source_id       uuid,
  records         uuid[] not null,
  day             date not null default current_date
);
comment on table record_change is 'What changed among the records, for the servers that hold an index; ids only, kept two days';
create index record_change_written_by on record_change (organisation_id, written_by);
select clew.protect('record_change');

create table judgement (
  id              uuid not null primary key,
  organisation_id uuid not null,
  left_id         uuid not null,
  right_id        uuid not null,
  verdict         text not null check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
  reason          text not null default '' check (length(reason) <= 500),
  judged_by       uuid not null,
  judged_at       timestamptz not null,
  undone_by       uuid,
  undone_at       timestamptz,
  check (left_id < right_id)
);
comment on table judgement is 'Who judged when that two records are one, are not, or cannot be told; undone ones are kept as history';
comment on column judgement.reason is 'personal: why, in the words of the person who judged';
comment on column judgement.judged_by is 'personal: staff member or token that judged';
comment on column judgement.undone_by is 'personal: staff member or token that undid it';
create unique index judgement_in_force on judgement (organisation_id, left_id, right_id) where undone_at is null;
create index judgement_right on judgement (organisation_id, right_id) where undone_at is null;
select clew.protect('judgement');
