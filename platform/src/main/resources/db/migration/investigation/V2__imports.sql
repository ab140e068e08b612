-- Lists brought in from outside: what they are, their file until it is read, the rows left out, and
-- what they were found connected to.

create table import_list (
  id              uuid not null primary key,
  organisation_id uuid not null,
  name            text not null check (length(name) between 1 and 200),
  basis           text not null,
  purpose         text not null,
  keep_until      date not null,
  file_name       text not null,
  file_bytes      bigint not null,
  file_hash       char(64) not null,
  shape           text not null,
  columns         jsonb not null,
  odd             text not null check (odd in ('REJECT_ROW', 'KEEP_ROW')),
  state           text not null check (state in
    ('COLUMNS', 'CHECKED', 'QUEUED', 'WRITING', 'LINKING', 'DONE', 'STOPPED', 'FAILED', 'UNDONE')),
  trouble         text,
  rows_all        bigint not null default 0,
  rows_rejected   bigint not null default 0,
  links_inside    bigint not null default 0,
  links_outside   bigint not null default 0,
  done            bigint not null default 0,
  total           bigint not null default 0,
  stop_asked      boolean not null default false,
  created_by      uuid not null,
  created_at      timestamptz not null,
  finished_at     timestamptz
);
comment on table import_list is 'A list that was brought in: where from, why, until when, and how far its import is';
comment on column import_list.created_by is 'personal: staff member or token that brought it in';
create index import_list_hash on import_list (organisation_id, file_hash);
create index import_list_keep_until on import_list (organisation_id, keep_until);
select clew.protect('import_list');

create table import_chunk (
  import_id       uuid not null references import_list (id) on delete cascade,
  organisation_id uuid not null,
  position        int not null,
  content         bytea not null,
  primary key (import_id, position)
);
comment on table import_chunk is 'The file of a list, in pieces, until its rows are records';
comment on column import_chunk.content is 'personal: the file as it was uploaded';
alter table import_chunk alter column content set storage external;
select clew.protect('import_chunk');

create table import_reject (
  import_id       uuid not null references import_list (id) on delete cascade,
  organisation_id uuid not null,
  line            bigint not null,
  fault           text not null,
  heading         text not null,
  cells           jsonb not null,
  primary key (import_id, line)
);
comment on table import_reject is 'Rows of a list that became no record, each with its reason';
comment on column import_reject.cells is 'personal: the row as it came';
select clew.protect('import_reject');

create table import_link (
  import_id       uuid not null references import_list (id) on delete cascade,
  organisation_id uuid not null,
  position        int not null,
  place           text not null check (place in ('INSIDE', 'OUTSIDE')),
  left_id         uuid not null,
  right_id        uuid not null,
  weight          double precision not null,
  primary key (import_id, place, position)
);
comment on table import_link is 'What the records of a list were found connected to when it came, strongest first';
select clew.protect('import_link');
