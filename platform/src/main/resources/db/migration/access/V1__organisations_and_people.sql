-- Who there is: organisations, and the people who work for them.

create table organisation (
  id                uuid not null primary key,
  name              text not null unique check (length(name) between 1 and 200),
  countries         text[] not null default '{}',
  receives_concerns boolean not null default false,
  on_duty           boolean not null default false,
  created_at        timestamptz not null
);
comment on table organisation is 'Member organisations, as anybody may know them';

create table person (
  id              uuid not null primary key,
  organisation_id uuid not null references organisation (id),
  display_name    text not null check (length(display_name) between 1 and 200),
  email           text not null check (email = lower(email) and length(email) between 3 and 254),
  roles           text[] not null,
  language        text,
  blocked         boolean not null default false,
  created_at      timestamptz not null
);
comment on table person is 'People who work for an organisation and sign in';
comment on column person.display_name is 'personal: name of a staff member';
comment on column person.email is 'personal: e-mail of a staff member';
create unique index person_email on person (email);
select clew.protect('person');
