-- Keys lie in files beside the database. It knows each by a fingerprint, so that no start makes do
-- with another key than the one its rows were sealed under.
create table key_check (
  name        text  not null primary key check (length(name) between 1 and 100),
  fingerprint bytea not null check (octet_length(fingerprint) = 32)
);
comment on table key_check is 'Shows whether a key file beside this server is the one this database was used with';
comment on column key_check.name is 'not personal: the name of a key file';
