create table access_key_check (
  only_one    boolean not null primary key default true check (only_one),
  fingerprint bytea not null check (octet_length(fingerprint) = 32)
);
comment on table access_key_check is 'Shows whether the key file beside this server is the one under which secrets of signing in were sealed';
