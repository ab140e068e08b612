-- What people judged to be one thing is known by an id that lasts: somebody's case refers to it, and
-- records come, go, are judged and judged again. What became of an entity is kept, so that an old id
-- still leads somewhere. Why: docs/adr/0007-entities-that-last.md

create table entity (
  id              uuid not null,
  organisation_id uuid not null,
  begun_at        timestamptz not null,
  ended_at        timestamptz,
  became          uuid[] not null default '{}',
  primary key (organisation_id, id)
);
comment on table entity is 'Records judged to be one thing, under an id that lasts; one that ended says what it went into';
select clew.protect('entity');

create table entity_member (
  record_id       uuid not null,
  organisation_id uuid not null,
  entity_id       uuid not null,
  primary key (organisation_id, record_id)
);
comment on table entity_member is 'Which record is in which entity; a record that was never judged to be one with another is in none';
create index entity_member_entity on entity_member (organisation_id, entity_id);
select clew.protect('entity_member');

create table entity_former (
  record_id       uuid not null,
  organisation_id uuid not null,
  entity_id       uuid not null,
  primary key (organisation_id, record_id, entity_id)
);
comment on table entity_former is 'The last records of entities that ended';
create index entity_former_entity on entity_former (organisation_id, entity_id);
select clew.protect('entity_former');

create table entity_event (
  id              uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('NEW', 'SAME', 'MERGED', 'SPLIT', 'GONE')),
  cause           text not null check (cause in ('JUDGED', 'UNDONE', 'RECORD', 'BEGUN')),
  judgement_id    uuid,
  at              timestamptz not null,
  primary key (organisation_id, id),
  check ((judgement_id is not null) = (cause in ('JUDGED', 'UNDONE')))
);
comment on table entity_event is 'What happened to entities, when and by which judgement; never changed';
select clew.protect('entity_event');

create table entity_move (
  event_id        uuid not null,
  organisation_id uuid not null,
  position        int not null,
  from_id         uuid,
  to_id           uuid,
  records         uuid[] not null,
  primary key (organisation_id, event_id, position)
);
comment on table entity_move is 'Which records went from which entity to which in an event; ids only';
create index entity_move_from on entity_move (organisation_id, from_id);
create index entity_move_to on entity_move (organisation_id, to_id);
select clew.protect('entity_move');

-- What was judged before there were entities: those of one another's records, as far as they lead.
create temporary table begun on commit drop as
with recursive same as (
  select j.organisation_id, j.left_id, j.right_id from judgement j
  join record l on l.organisation_id = j.organisation_id and l.id = j.left_id
  join record r on r.organisation_id = j.organisation_id and r.id = j.right_id
  where j.verdict = 'SAME' and j.undone_at is null
), tie as (
  select organisation_id, left_id as here, right_id as there from same
  union select organisation_id, right_id, left_id from same
), reached as (
  select organisation_id, here as record_id, here as root from tie
  union
  select t.organisation_id, t.there, r.root from reached r
  join tie t on t.organisation_id = r.organisation_id and t.here = r.record_id
), rooted as (
  select organisation_id, record_id, min(root::text) as root from reached
  group by organisation_id, record_id
)
select r.organisation_id, r.record_id, e.entity_id from rooted r
join (select organisation_id, root, gen_random_uuid() as entity_id
      from rooted group by organisation_id, root) e
  on e.organisation_id = r.organisation_id and e.root = r.root;

insert into entity (id, organisation_id, begun_at)
select distinct entity_id, organisation_id, now() from begun;
insert into entity_member (record_id, organisation_id, entity_id)
select record_id, organisation_id, entity_id from begun;
insert into entity_event (id, organisation_id, kind, cause, at)
select distinct entity_id, organisation_id, 'NEW', 'BEGUN', now() from begun;
insert into entity_move (event_id, organisation_id, position, to_id, records)
select entity_id, organisation_id, 0, entity_id, array_agg(record_id order by record_id)
from begun group by entity_id, organisation_id;
