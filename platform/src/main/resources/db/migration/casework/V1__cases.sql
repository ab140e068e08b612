-- Cases: who is in them, what was said by whom and when, what was decided, what may be shared.
-- A part always belongs to a case of its own organisation: the keys say so, not only the policies.

create table case_number (
  organisation_id uuid not null,
  year            int not null,
  last            int not null,
  primary key (organisation_id, year)
);
comment on table case_number is 'The last number given to a case of an organisation in a year';
select clew.protect('case_number');

create table case_file (
  id              uuid not null primary key,
  organisation_id uuid not null,
  reference       text not null check (reference ~ '^\d{2}-\d{4,}$'),
  title           text not null check (length(title) between 1 and 200),
  status          text not null,
  closure_reason  text not null default '',
  next_action     text not null default '',
  next_due_at     timestamptz,
  opened_by       uuid not null,
  opened_at       timestamptz not null,
  changed_at      timestamptz not null,
  version         int not null default 0,
  unique (organisation_id, id),
  unique (organisation_id, reference)
);
comment on table case_file is 'A situation and what is done about it; the team owns it (HTCDS case)';
comment on column case_file.title is 'personal: may name a place or a person';
comment on column case_file.closure_reason is 'personal: free text about the people of the case';
comment on column case_file.next_action is 'personal: free text about the people of the case';
comment on column case_file.opened_by is 'personal: staff member';
create index case_file_changed on case_file (organisation_id, changed_at desc);
select clew.protect('case_file');

create table case_assignment (
  organisation_id uuid not null,
  case_id         uuid not null,
  person_id       uuid not null,
  assigned_by     uuid not null,
  assigned_at     timestamptz not null,
  primary key (case_id, person_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table case_assignment is 'Which of the team work on a case';
comment on column case_assignment.person_id is 'personal: staff member';
comment on column case_assignment.assigned_by is 'personal: staff member';
create index case_assignment_person on case_assignment (organisation_id, person_id);
select clew.protect('case_assignment');

-- Whether a case lies within somebody's reach: what they opened, what is assigned to them, all.
create function clew.case_within_reach(asked uuid, reach text, person uuid) returns boolean
  language sql stable parallel safe
  as $$
    select case reach
      when 'TEAM' then true
      when 'ASSIGNED' then
        exists (select from clew.case_file f where f.id = asked and f.opened_by = person)
        or exists (select from clew.case_assignment a
                   where a.case_id = asked and a.person_id = person)
      when 'OWN' then
        exists (select from clew.case_file f where f.id = asked and f.opened_by = person)
      else false
    end
  $$;

create table participant (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  kind            text not null,
  name            text not null check (length(name) between 1 and 200),
  aliases         text[] not null default '{}',
  roles           text[] not null check (cardinality(roles) > 0),
  age_group       text not null,
  birth_date      text not null default '',
  gender          text not null default '',
  citizenship     text not null default '',
  language        text not null default '',
  note            text not null default '',
  version         int not null default 0,
  created_at      timestamptz not null,
  unique (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table participant is 'A person or an organisation in a case, in one or several roles';
comment on column participant.name is 'personal: name';
comment on column participant.aliases is 'personal: other names';
comment on column participant.roles is 'personal: what part they have in the case';
comment on column participant.age_group is 'personal: child or adult';
comment on column participant.birth_date is 'personal: date of birth';
comment on column participant.gender is 'personal: gender';
comment on column participant.citizenship is 'personal: citizenship';
comment on column participant.language is 'personal: language spoken';
comment on column participant.note is 'personal: free text';
create index participant_case on participant (case_id);
select clew.protect('participant');

create table identifier (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  participant_id  uuid,
  kind            text not null,
  written         text not null check (length(written) between 1 and 500),
  normalised      text not null,
  note            text not null default '',
  version         int not null default 0,
  created_at      timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, case_id, participant_id)
    references participant (organisation_id, case_id, id)
);
comment on table identifier is 'A phone, e-mail, account, document, vehicle, address or username in a case';
comment on column identifier.written is 'personal: identifier as written';
comment on column identifier.normalised is 'personal: identifier in the form it is compared in';
comment on column identifier.note is 'personal: free text';
create index identifier_case on identifier (case_id);
create index identifier_participant on identifier (participant_id);
select clew.protect('identifier');

create table case_place (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  kind            text not null,
  name            text not null check (length(name) between 1 and 300),
  country         text not null default '',
  version         int not null default 0,
  created_at      timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table case_place is 'Where something of the case happened (HTCDS historic trafficking event)';
comment on column case_place.name is 'personal: may locate a person';
create index case_place_case on case_place (case_id);
select clew.protect('case_place');

create table contact (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  channel         text not null,
  began_at        timestamptz not null,
  time_precision  text not null,
  minutes         int,
  concern_id      uuid,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  unique (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table contact is 'An exchange with a person: a call, a visit, a report; the hour only when a reporter is anonymous';
comment on column contact.concern_id is 'personal: the concern this was told in';
comment on column contact.recorded_by is 'personal: staff member';
create index contact_case on contact (case_id);
select clew.protect('contact');

create table statement (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  contact_id      uuid not null,
  speaker         text not null,
  participant_id  uuid,
  words           text not null check (length(words) between 1 and 20000),
  facts           text[] not null default '{}',
  surety          text not null,
  version         int not null default 0,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, case_id, contact_id)
    references contact (organisation_id, case_id, id),
  foreign key (organisation_id, case_id, participant_id)
    references participant (organisation_id, case_id, id)
);
comment on table statement is 'One assertion: who said it, in which contact, how sure; facts are read from it';
comment on column statement.participant_id is 'personal: who said it';
comment on column statement.words is 'personal: what was said';
comment on column statement.facts is 'personal: acts, means and purposes the words speak of';
comment on column statement.recorded_by is 'personal: staff member';
create index statement_case on statement (case_id);
create index statement_contact on statement (contact_id);
select clew.protect('statement');

create table statement_change (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  statement_id    uuid not null references statement (id),
  surety_before   text not null,
  surety_after    text not null,
  words_before    text,
  reason          text not null,
  undone          boolean not null default false,
  changed_by      uuid not null,
  changed_at      timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table statement_change is 'How a statement was corroborated, retracted or corrected, by whom and why; an undoing is one too';
comment on column statement_change.words_before is 'personal: what was written before a correction';
comment on column statement_change.reason is 'personal: free text';
comment on column statement_change.changed_by is 'personal: staff member';
create index statement_change_statement on statement_change (statement_id);
select clew.protect('statement_change');

-- What a statement speaks of. A participant, identifier or place that is spoken of stands as long as
-- one of its statements does; one that nobody's statement speaks of was entered by a worker and stands.
create table mention (
  organisation_id uuid not null,
  case_id         uuid not null,
  statement_id    uuid not null references statement (id),
  part_id         uuid not null,
  primary key (statement_id, part_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table mention is 'Which participant, identifier or place a statement speaks of';
create index mention_part on mention (part_id);
create index mention_case on mention (case_id);
select clew.protect('mention');

create function clew.part_stands(part uuid) returns boolean
  language sql stable parallel safe
  as $$
    select not exists (select from clew.mention m where m.part_id = part)
      or exists (select from clew.mention m join clew.statement s on s.id = m.statement_id
                 where m.part_id = part and s.surety <> 'RETRACTED')
  $$;

-- Facts are not kept anywhere: they are what the statements that stand say.
create view case_fact with (security_invoker = true) as
  select s.organisation_id, s.case_id, f.fact,
         count(*) as statements,
         count(*) filter (where s.surety = 'CORROBORATED') as corroborated
  from statement s cross join lateral unnest(s.facts) as f (fact)
  where s.surety <> 'RETRACTED'
  group by s.organisation_id, s.case_id, f.fact;
comment on view case_fact is 'Acts, means and purposes of a case, read from the statements that stand';

create table determination (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  participant_id  uuid not null,
  status          text not null,
  decider_kind    text not null,
  decided_by      text not null check (length(decided_by) between 1 and 200),
  decided_on      date not null,
  basis           text not null check (length(basis) between 1 and 4000),
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, case_id, participant_id)
    references participant (organisation_id, case_id, id)
);
comment on table determination is 'Who decided what about a person affected, when, on what basis; a history';
comment on column determination.participant_id is 'personal: about whom';
comment on column determination.status is 'personal: what was decided';
comment on column determination.decided_by is 'personal: may name a person';
comment on column determination.basis is 'personal: free text';
comment on column determination.recorded_by is 'personal: staff member';
create index determination_case on determination (case_id);
select clew.protect('determination');

create table consent (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  participant_id  uuid not null,
  purpose         text not null,
  recipient       text not null check (length(recipient) between 1 and 200),
  kinds           text[] not null check (cardinality(kinds) > 0),
  how_given       text not null,
  given_on        date not null,
  until_day       date,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, case_id, participant_id)
    references participant (organisation_id, case_id, id)
);
comment on table consent is 'What a person lets be shared: purpose, recipient, kinds of data, how given, until when';
comment on column consent.participant_id is 'personal: whose consent';
comment on column consent.recipient is 'personal: may name a person';
comment on column consent.withdrawn_by is 'personal: staff member';
comment on column consent.recorded_by is 'personal: staff member';
create index consent_case on consent (case_id);
select clew.protect('consent');

create table safe_contact_plan (
  participant_id  uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  contact         text not null,
  times           text not null default '',
  voicemail       text not null,
  shared_device   boolean not null default false,
  code_word       text not null default '',
  cover_story     text not null default '',
  version         int not null default 0,
  changed_by      uuid not null,
  changed_at      timestamptz not null,
  foreign key (organisation_id, case_id, participant_id)
    references participant (organisation_id, case_id, id)
);
comment on table safe_contact_plan is 'How to reach a person without harm to them (HTCDS safe contact)';
comment on column safe_contact_plan.contact is 'personal: whether and how to reach them';
comment on column safe_contact_plan.times is 'personal: when they can speak';
comment on column safe_contact_plan.voicemail is 'personal: whether a message may be left';
comment on column safe_contact_plan.shared_device is 'personal: whether others see their phone';
comment on column safe_contact_plan.code_word is 'personal: word they recognise us by';
comment on column safe_contact_plan.cover_story is 'personal: whom to say is calling';
comment on column safe_contact_plan.changed_by is 'personal: staff member';
create index safe_contact_plan_case on safe_contact_plan (case_id);
select clew.protect('safe_contact_plan');

create table case_change (
  id              uuid not null primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  kind            text not null,
  detail          text not null default '',
  concern_id      uuid,
  person_id       uuid,
  changed_by      uuid not null,
  changed_at      timestamptz not null,
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
comment on table case_change is 'Turns of a case: opened, status, assigned, a concern added';
comment on column case_change.concern_id is 'personal: the concern that was added';
comment on column case_change.person_id is 'personal: staff member';
comment on column case_change.changed_by is 'personal: staff member';
create index case_change_case on case_change (case_id);
create unique index case_change_concern on case_change (case_id, concern_id) where concern_id is not null;
select clew.protect('case_change');
