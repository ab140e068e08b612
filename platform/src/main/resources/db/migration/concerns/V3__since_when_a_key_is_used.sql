-- An organisation sees since when its key is in use, so that it knows when to make a new one.

alter table sealing_key add column made_on date;
update sealing_key key
set made_on =
  coalesce((select min(said_hour)::date from concern_message where key_id = key.id), current_date);
alter table sealing_key alter column made_on set not null;
