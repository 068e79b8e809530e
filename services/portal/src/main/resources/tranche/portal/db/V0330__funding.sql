-- Tranches, calls in sum and investments: what of the raise is built, and what is still to be called. Of calls the sums are
-- kept and no investor's line. What calls draw of commitments is kept with these.

create table raise_tranche (
    tranche_id   uuid          primary key,
    programme_id uuid          not null,
    fund_id      uuid          not null,
    project_id   uuid,
    name         text          not null,
    currency     text          not null,
    amount       numeric(38,4) not null,
    state        text          not null,
    milestones   uuid[]        not null,
    waived       uuid[]        not null,
    reversed     boolean       not null,
    due          date,
    expected     numeric(38,4)
);
create index raise_tranche_programme on raise_tranche (programme_id, state);
create index raise_tranche_milestones on raise_tranche using gin (milestones);
comment on table raise_tranche is 'Tranches as their last event left them';
comment on column raise_tranche.project_id is 'That it pays for; null where it is no single one''s';
comment on column raise_tranche.milestones is 'That its conditions name; of what is released, those of the version that was';
comment on column raise_tranche.waived is 'Those of them that were waived when it was released';
comment on column raise_tranche.reversed is 'Whether the call that released it was taken back';
comment on column raise_tranche.due is 'When its call is due, with expected as its amount, as was told last; null where none is to be expected';

create table raise_call (
    call_id      uuid          primary key,
    programme_id uuid          not null,
    fund_id      uuid          not null,
    tranche_id   uuid,
    reference    text          not null,
    currency     text          not null,
    total        numeric(38,4) not null,
    open         numeric(38,4) not null,
    due          date          not null,
    state        text          not null
);
create index raise_call_programme on raise_call (programme_id, state);
comment on table raise_call is 'Capital calls in sum, as their last event left them';
comment on column raise_call.open is 'What is still to come of it; of a draft, all';

create table raise_investment (
    investment_id uuid          primary key,
    programme_id  uuid          not null,
    fund_id       uuid          not null,
    project_id    uuid          not null,
    tranche_id    uuid,
    currency      text          not null,
    amount        numeric(38,4) not null,
    invested_on   date          not null
);
create index raise_investment_programme on raise_investment (programme_id);
comment on table raise_investment is 'Money that funds put into projects';

alter table raise_change add column about uuid;
comment on column raise_change.about is 'The tranche, call or investment that it is about; null for all else';

alter table raise_fund add column source_system text, add column external_ref text;
comment on column raise_fund.external_ref is 'What it is called in source_system; a site of the same name there is the fund''s own';

alter table timeline_project add column source_system text, add column external_ref text;
comment on column timeline_project.external_ref is 'What it is called in source_system';

-- What leads to the next milestones of a programme, and to what changed in it.
create index timeline_milestone_programme on timeline_milestone (programme_id, forecast_date, milestone_id)
    where state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED', 'EVIDENCE_SUBMITTED', 'VERIFIED', 'REJECTED');
create index timeline_milestone_predecessors on timeline_milestone using gin (predecessors);

grant select, insert, update on raise_tranche, raise_call to ${service_role};
grant select, insert on raise_investment to ${service_role};

-- Rows that are there already lack it: the topics are read again from their beginning.
truncate raise_programme, raise_fund, raise_investor, raise_commitment, raise_change, raise_person;
truncate timeline_project, timeline_milestone, timeline_evidence, timeline_change;
delete from dead_letter where consumer in ('raise', 'timeline');
delete from inbox_mark where consumer in ('raise', 'timeline');
delete from inbox_offset where consumer in ('raise', 'timeline');
