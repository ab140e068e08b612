-- A correction changes what a statement speaks of as well as its words; undoing it brings both back.
alter table statement_change add column facts_before text[];
comment on column statement_change.facts_before is 'personal: what the words were taken to speak of before; null when that stayed';
