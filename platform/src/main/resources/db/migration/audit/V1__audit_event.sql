-- Who did and who read what. Rows are added and read; nobody changes or removes one.

create table audit_event (
  organisation_id uuid not null,
  sequence        bigint not null,
  at              timestamptz not null,
  person_id       uuid not null,
  deed            text not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  hash            char(64) not null,
  primary key (organisation_id, sequence)
);
comment on table audit_event is 'Who did and who read what, append-only; each row holds a hash over itself and the one before';
comment on column audit_event.person_id is 'personal: whose deed it was';
create index audit_event_subject on audit_event (subject_id);
create index audit_event_person on audit_event (person_id);
select clew.protect('audit_event');
revoke update, delete, truncate on audit_event from ${application};

-- Not even the owner of the tables by mistake.
create function clew.refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'rows of % are not changed', tg_table_name;
end $$;
create trigger refuse_change before update or delete on audit_event
  for each row execute function clew.refuse_change();
create trigger refuse_truncate before truncate on audit_event
  for each statement execute function clew.refuse_change();
