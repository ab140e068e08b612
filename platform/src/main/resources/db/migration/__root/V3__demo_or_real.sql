-- A database is the demo's or a real Clew's, from its first start on: a made-up coalition among real
-- organisations would take real reports that nobody reads.
create table database_use (
  one  boolean not null primary key default true check (one),
  kind text    not null check (kind in ('DEMO', 'REAL'))
);
comment on table database_use is 'Whether this database is the demo''s or a real Clew''s';

-- One that was begun before this was asked is what its people are.
do $$
begin
  if to_regclass('clew.person') is not null then
    execute $decide$
      insert into clew.database_use (kind)
      select case
          when bool_and(email ~ '@(harbour|northgate|saltmarsh|meridian)\.example\.org$') then 'DEMO'
          else 'REAL' end
      from clew.person having count(*) > 0
    $decide$;
  end if;
end $$;
