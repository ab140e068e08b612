-- Whoever does not want to be told by mail that something waits says so under their account.

alter table person add column told_by_mail boolean not null default true;
comment on column person.told_by_mail is 'personal: whether they want mail';
