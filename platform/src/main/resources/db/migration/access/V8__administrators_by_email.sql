-- For whoever has the machine's own shell: an administrator may have lost their way in before they
-- ever came in.
create function clew.administrator_by_email(address text)
  returns table (person_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = clew, pg_temp
  as $$
    select p.id, p.organisation_id
    from person p
    where p.email = address and 'ADMINISTRATOR' = any (p.roles)
    order by p.signs_in desc, p.id
    limit 1
  $$;
