-- A concern can go on to an organisation that can do more about it, when its reporter agrees. Where it
-- was there stays only that it went, when, where to and by whom, and the way on, sealed to the receipt.

create table concern_pass (
  concern_id      uuid not null primary key,
  organisation_id uuid not null references organisation (id),
  recipient       uuid not null references organisation (id),
  there           uuid,
  consent         text not null default 'ASKED',
  way_on          bytea,
  passed_on       date,
  passed_by       uuid,
  expires_on      date not null,
  check (num_nonnulls(way_on, passed_on, passed_by) in (0, 3)),
  check ((there is null) = (way_on is not null)),
  check (way_on is null or consent = 'GIVEN')
);
comment on table concern_pass is 'Concerns whose reporter was asked whether they may go on to another organisation, and those that went';
comment on column concern_pass.there is 'The id it will have there; forgotten when it has gone, so that nobody but its reporter finds it';
comment on column concern_pass.way_on is 'personal: sealed way to where it is now, for the holder of the receipt';
comment on column concern_pass.passed_by is 'personal: who passed it on';
create index concern_pass_expiry on concern_pass (organisation_id, expires_on);
select clew.protect('concern_pass');

alter table concern
  add column passed_from uuid references organisation (id),
  add column passed_on date,
  add check ((passed_from is null) = (passed_on is null));

alter table concern_message add column said_by uuid references organisation (id);
comment on column concern_message.said_by is 'not personal: the organisation that said it, when the concern was there';
