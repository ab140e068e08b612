-- All key files are known in one table now.
insert into key_check (name, fingerprint) select 'access', fingerprint from access_key_check;
drop table access_key_check;
