-- A form that is sent twice (a double click, a slow line) makes one case: the second sending finds
-- here what the first one made. Kept for a day.
create table case_sending (
  organisation_id uuid not null,
  person_id       uuid not null,
  sending         text not null check (sending ~ '^[0-9a-f]{64}$'),
  case_id         uuid not null,
  sent_at         timestamptz not null,
  primary key (organisation_id, person_id, sending),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table case_sending is 'Which case came of a form that was sent';
comment on column case_sending.person_id is 'personal: staff member';
comment on column case_sending.sending is 'SHA-256 of what was sent and of a random number that is kept nowhere';
create index case_sending_at on case_sending (organisation_id, sent_at);
select clew.protect('case_sending');
