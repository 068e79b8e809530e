-- Tranches that rest on milestones, as the service of commitments has told of them.

create table tranche (
    tranche_id   uuid  primary key,
    programme_id uuid  not null,
    fund_id      uuid  not null,
    name         text  not null,
    state        text  not null check (state in ('DRAFT', 'OPEN', 'RELEASED', 'CANCELLED')),
    milestones   jsonb not null
);
create index tranche_milestones on tranche using gin (milestones jsonb_path_ops);
comment on table tranche is 'Tranches, as the service of commitments has told of them: they are named to whoever decides about what they rest on';
comment on column tranche.state is 'As far as it matters to milestones: OPEN is from the approval to the issue of the call';
comment on column tranche.milestones is 'Ids of the milestones that the present conditions name, ascending; none once it is cancelled';

grant select, insert, update on tranche to ${service_role};
