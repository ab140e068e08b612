-- A token does what whoever made it may still do: all it takes to know that is read in one question.
drop function clew.organisation_of_token(bytea);

create function clew.token_by_hash(token bytea)
  returns table (
    id uuid, organisation_id uuid, name text, scopes text[], made_by uuid, made_at timestamptz,
    expires_on date, revoked_at timestamptz, last_used_on date, maker_roles text[], maker_blocked boolean)
  language sql stable security definer set search_path = clew, pg_temp
  as $$
    select t.id, t.organisation_id, t.name, t.scopes, t.made_by, t.made_at,
           t.expires_on, t.revoked_at, t.last_used_on, p.roles, p.blocked
    from api_token t
    join person p on p.organisation_id = t.organisation_id and p.id = t.made_by
    where t.hash = token
  $$;
