-- What anybody may tell, sealed before it gets here. Words, names, places and numbers stand in these
-- tables only as ciphertext; closed answers stand as codes, so that an inbox can be ordered. No time is
-- finer than the hour, no id tells when or how many. Why: docs/adr/0003-sealing-concerns.md.

create table server_key_check (
  only_one    boolean not null primary key default true check (only_one),
  fingerprint bytea not null check (octet_length(fingerprint) = 32)
);
comment on table server_key_check is 'Shows whether the key file beside this server is the one these rows were sealed under';

create table sealing_key (
  id                  uuid not null primary key,
  organisation_id     uuid not null references organisation (id),
  public_key          bytea not null check (octet_length(public_key) = 32),
  wrapped_private_key bytea not null,
  retired             boolean not null default false
);
comment on table sealing_key is 'Key pairs to which concerns are sealed; the private half is wrapped by a key in a file outside the database';
create unique index sealing_key_current on sealing_key (organisation_id) where not retired;
select clew.protect('sealing_key');

create table concern (
  id              uuid not null primary key,
  organisation_id uuid not null references organisation (id),
  way             text not null,
  language        text not null,
  danger          text not null,
  child           text not null,
  still_there     text not null,
  urgency_rank    int not null,
  status          text not null default 'NEW',
  unread_reply    boolean not null default false,
  received_hour   timestamptz not null check (mod(extract(epoch from received_hour), 3600) = 0),
  expires_on      date not null,
  reporter_key    bytea not null check (octet_length(reporter_key) = 32),
  case_id         uuid
);
comment on table concern is 'What somebody told through the public side: codes in clear, everything else in concern_message';
comment on column concern.reporter_key is 'personal: public key to which answers are sealed; only the receipt yields its private half';
create index concern_inbox on concern (organisation_id, status, urgency_rank, received_hour);
create index concern_expiry on concern (organisation_id, expires_on);
select clew.protect('concern');

create table concern_message (
  id               uuid not null primary key,
  organisation_id  uuid not null references organisation (id),
  concern_id       uuid not null references concern (id) on delete cascade,
  position         int not null check (position >= 1),
  side             text not null,
  said_hour        timestamptz not null check (mod(extract(epoch from said_hour), 3600) = 0),
  key_id           uuid not null references sealing_key (id),
  for_organisation bytea not null,
  for_reporter     bytea not null,
  unique (concern_id, position)
);
comment on table concern_message is 'The report and the talk after it, each message sealed twice';
comment on column concern_message.for_organisation is 'personal: sealed words, for the organisation''s key';
comment on column concern_message.for_reporter is 'personal: sealed words, for the holder of the receipt';
select clew.protect('concern_message');

create table concern_receipt (
  tag        bytea not null primary key check (octet_length(tag) = 32),
  pointer    bytea not null,
  expires_on date not null
);
comment on table concern_receipt is 'What a receipt opens: a derived tag, and where the concern is, locked with a key derived from the same receipt';
comment on column concern_receipt.tag is 'personal: derived from a receipt; cannot be turned back';

create table concern_visit (
  id         bytea not null primary key check (octet_length(id) = 32),
  sealed     bytea not null,
  gone_after timestamptz not null check (mod(extract(epoch from gone_after), 3600) = 0)
);
comment on table concern_visit is 'A report being written or a talk being read, locked with a key that only the visitor''s cookie holds';
comment on column concern_visit.sealed is 'personal: locked draft or way back to a concern';
create index concern_visit_gone_after on concern_visit (gone_after);

create table concern_retention (
  organisation_id uuid not null primary key references organisation (id),
  days            int not null check (days between 7 and 3650)
);
comment on table concern_retention is 'For how many days an organisation keeps concerns, where it is not the usual number';
select clew.protect('concern_retention');
