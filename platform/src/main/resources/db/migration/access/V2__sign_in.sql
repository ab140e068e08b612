-- How people and machines prove who they are. Everything hangs on a person or an organisation and
-- stands behind the wall; the few look-ups that come before the organisation is known are functions
-- that answer ids and nothing else.

create table password (
  person_id       uuid not null primary key references person (id),
  organisation_id uuid not null,
  hash            text not null,
  changed_at      timestamptz not null
);
comment on table password is 'Argon2id hashes of passwords; each opens nothing without a second step';
comment on column password.hash is 'personal: hash of a password';
select clew.protect('password');

create table authenticator (
  person_id       uuid not null primary key references person (id),
  organisation_id uuid not null,
  sealed_secret   bytea not null,
  last_step       bigint not null,
  added_at        timestamptz not null
);
comment on table authenticator is 'Secrets of authenticator apps (RFC 6238), encrypted with a key that is not in the database';
comment on column authenticator.sealed_secret is 'personal: encrypted secret';
comment on column authenticator.last_step is 'The time step of the last code used: it and older ones are refused';
select clew.protect('authenticator');

create table recovery_code (
  person_id       uuid not null references person (id),
  organisation_id uuid not null,
  hash            bytea not null,
  primary key (person_id, hash)
);
comment on table recovery_code is 'Hashes of recovery codes not yet used, 80 random bits each';
comment on column recovery_code.hash is 'personal: hash of a recovery code';
select clew.protect('recovery_code');

create table passkey (
  credential_id      bytea not null primary key check (length(credential_id) <= 1023),
  organisation_id    uuid not null,
  person_id          uuid not null references person (id),
  label              text not null check (length(label) between 1 and 100),
  public_key         bytea not null,
  signature_count    bigint not null,
  uv_initialized     boolean not null,
  transports         text[] not null,
  backup_eligible    boolean not null,
  backup_state       boolean not null,
  attestation_object bytea not null,
  client_data        bytea not null,
  created_at         timestamptz not null,
  last_used_at       timestamptz not null
);
comment on table passkey is 'Public keys of passkeys (WebAuthn)';
comment on column passkey.label is 'personal: what its owner calls it';
create index passkey_person on passkey (person_id);
select clew.protect('passkey');

create table invitation (
  id              uuid not null primary key,
  organisation_id uuid not null,
  person_id       uuid not null unique references person (id),
  kind            text not null check (kind in ('WELCOME', 'RESET')),
  secret_hash     bytea unique,
  asked_by        uuid not null,
  agreed_by       uuid,
  expires_at      timestamptz not null,
  check (secret_hash is null or kind = 'WELCOME' or agreed_by is not null),
  check (kind = 'WELCOME' or agreed_by is null or agreed_by not in (asked_by, person_id))
);
comment on table invitation is 'One-time links with which somebody sets how they sign in; a reset needs two people';
comment on column invitation.asked_by is 'personal: who asked for it';
comment on column invitation.agreed_by is 'personal: who agreed to it';
select clew.protect('invitation');

create table api_token (
  id              uuid not null primary key,
  organisation_id uuid not null,
  name            text not null check (length(name) between 1 and 100),
  scopes          text[] not null,
  hash            bytea not null unique,
  made_by         uuid not null,
  made_at         timestamptz not null,
  expires_on      date not null,
  revoked_at      timestamptz,
  last_used_on    date
);
comment on table api_token is 'Tokens with which machines act for an organisation; only hashes are kept';
comment on column api_token.made_by is 'personal: who made it';
select clew.protect('api_token');

-- Before anybody is known: whose tries failed lately, by a keyed hash of what was tried.
create table failed_try (
  tag      bytea not null primary key,
  failures int not null,
  last_at  timestamptz not null
);
comment on table failed_try is 'Failed tries to sign in, by a keyed hash of the credential tried; forgotten after a day';

create table setup_code (
  hash       bytea not null primary key,
  expires_at timestamptz not null
);
comment on table setup_code is 'Hashes of the codes that make the first administrator';

create function clew.person_by_email(address text) returns table (person_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select p.id, p.organisation_id from person p where p.email = address $$;

create function clew.organisation_of_passkey(id bytea) returns uuid
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select p.organisation_id from passkey p where p.credential_id = id $$;

create function clew.organisation_of_invitation(secret bytea) returns uuid
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select i.organisation_id from invitation i where i.secret_hash = secret $$;

create function clew.organisation_of_token(token bytea) returns uuid
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select t.organisation_id from api_token t where t.hash = token $$;

create function clew.anybody_can_sign_in() returns boolean
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select exists (select from password) or exists (select from passkey) $$;
