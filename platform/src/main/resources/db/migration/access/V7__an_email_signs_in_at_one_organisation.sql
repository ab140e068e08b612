-- Whoever adds somebody is not told whether another organisation knows their e-mail: it belongs to
-- nobody until its owner comes in with it, and then to them alone.

alter table person add column signs_in boolean not null default false;
comment on column person.signs_in is 'Whether they ever had something to sign in with: from then on the e-mail is theirs';
update person
set signs_in = true
where id in (select person_id from password union select person_id from passkey);

drop index person_email;
create unique index person_email on person (organisation_id, email);
create unique index person_email_in_use on person (email) where signs_in;

create function clew.signs_in() returns trigger
  language plpgsql
  as $$
begin
  update clew.person set signs_in = true where id = new.person_id and not signs_in;
  return new;
end $$;
create trigger signs_in before insert on password for each row execute function clew.signs_in();
create trigger signs_in before insert on passkey for each row execute function clew.signs_in();

create or replace function clew.person_by_email(address text)
  returns table (person_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = clew, pg_temp
  as $$ select p.id, p.organisation_id from person p where p.email = address and p.signs_in $$;
