-- What a proposal or an import is about may be a project, in other services; here none is.
alter table proposal add column project_ids uuid[];
update proposal set project_ids = array_fill(null::uuid, array[cardinality(programme_ids)]);
alter table proposal
    alter column project_ids set not null,
    add check (cardinality(project_ids) = cardinality(programme_ids));
comment on column proposal.programme_ids is 'With fund_ids and project_ids, place by place, what it concerns; nulls alone are the whole deployment';

alter table import add column project_ids uuid[];
update import set project_ids = array_fill(null::uuid, array[cardinality(programme_ids)]);
alter table import
    alter column project_ids set not null,
    add check (cardinality(project_ids) = cardinality(programme_ids));
comment on column import.programme_ids is 'With fund_ids and project_ids, place by place, what the rows are about; nulls alone are the whole deployment';
