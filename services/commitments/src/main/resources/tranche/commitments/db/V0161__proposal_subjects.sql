-- A proposal says itself what kind of object it is about, so that it is read without knowing which commands there are.
alter table proposal add column subject_type text;
update proposal set subject_type = case command when 'IMPORT' then 'import' when 'CHANGE_TERMS' then 'fund' end;
alter table proposal alter column subject_type set not null;
comment on column proposal.subject_type is 'What kind of object subject_id names, as the wire says it';
