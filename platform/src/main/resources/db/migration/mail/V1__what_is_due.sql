-- Mails that something waits: whether an organisation wants them, and what is due. What waits stands
-- nowhere here. When a round is due lies at random, so that it does not tell when somebody reported.

create table mail_wanted (
  organisation_id uuid    not null primary key references organisation (id),
  wanted          boolean not null
);
comment on table mail_wanted is 'Whether the people of an organisation are told by mail that something waits; no row: they are';
select clew.protect('mail_wanted');

create table mail_round (
  organisation_id uuid        not null primary key references organisation (id),
  due_at          timestamptz not null
);
comment on table mail_round is 'Organisations whose people are to be told that something waits; gone when mails are made of it';
comment on column mail_round.due_at is 'Some time after something came, drawn at random';
select clew.protect('mail_round');

create table mail_due (
  person_id       uuid        not null primary key,
  organisation_id uuid        not null references organisation (id),
  due_at          timestamptz not null,
  tries           int         not null default 0
);
comment on table mail_due is 'Mails not yet handed over, one for a person; gone when handed over';
comment on column mail_due.person_id is 'personal: whom it goes to';
create index mail_due_organisation on mail_due (organisation_id, due_at);
select clew.protect('mail_due');
