-- All key files are known in one table now.
insert into key_check (name, fingerprint) select 'server.key', fingerprint from server_key_check;
drop table server_key_check;
