-- What funds put into projects. An investment is recorded once: the service's role may neither change nor remove one.

create table investment (
    investment_id  uuid          primary key,
    programme_id   uuid          not null,
    fund_id        uuid          not null references fund,
    project_id     uuid          not null,
    tranche_id     uuid,
    currency       text          not null,
    amount         numeric(38,4) not null check (amount > 0),
    version        bigint        not null,
    effective_date date          not null,
    recorded_at    timestamptz   not null
);
create index investment_fund on investment (fund_id, investment_id);
create index investment_project on investment (project_id, investment_id);
comment on table investment is 'Money that went out of funds into projects';
comment on column investment.project_id is 'A project of the service of milestones';
comment on column investment.tranche_id is 'Of which it is; null where it is no single one''s';
comment on column investment.effective_date is 'Day on which the money went out';

grant select, insert on investment to ${service_role};
