-- What every module stands on: who is asking, the wall between organisations, and the tables of the
-- libraries that keep their state in the database so that two servers behave as one.

grant usage on schema clew to ${application};
alter default privileges in schema clew grant select, insert, update, delete on tables to ${application};
alter default privileges in schema clew grant usage, select on sequences to ${application};
alter default privileges in schema clew grant execute on functions to ${application};
-- A function is callable by those it is granted to, and by nobody else. (Only the defaults of all
-- schemas can take away what PostgreSQL gives to everybody.)
alter default privileges revoke execute on functions from public;

-- The organisation the connection was taken for; null (nobody) compares equal to no row.
create function clew.current_organisation() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('clew.organisation', true), '')::uuid $$;

-- Puts the wall around a table: rows of other organisations can be neither read nor written.
create function clew.protect(protected text) returns void
  language plpgsql
  as $$
begin
  execute format('alter table clew.%I enable row level security', protected);
  execute format(
    'create policy organisation on clew.%I'
    ' using (organisation_id = clew.current_organisation())'
    ' with check (organisation_id = clew.current_organisation())', protected);
end $$;
revoke execute on function clew.protect(text) from ${application};

-- Spring Modulith: what was said by one module and not yet heard by another. Ids only.
create table event_publication (
  id                     uuid not null primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
comment on table event_publication is 'Events between modules that are not yet handled; ids only, times to the hour';
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);

-- An event may follow from what an anonymous person did: its minute is nobody's business.
create function clew.only_the_hour() returns trigger
  language plpgsql
  as $$
begin
  new.publication_date := date_trunc('hour', new.publication_date);
  new.completion_date := date_trunc('hour', new.completion_date);
  new.last_resubmission_date := date_trunc('hour', new.last_resubmission_date);
  return new;
end $$;
create trigger only_the_hour before insert or update on event_publication
  for each row execute function clew.only_the_hour();

-- Spring Session: who is signed in, on whichever server.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
comment on table spring_session is 'Sessions of people who work here; visitors of public pages have none';
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table spring_session_attributes is 'What a session remembers';

-- db-scheduler: work that comes round, done by one server at a time.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'Recurring work and which server has it in hand';
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
