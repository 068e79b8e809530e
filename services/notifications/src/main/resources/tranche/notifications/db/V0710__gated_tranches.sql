-- Which tranches are conditional on which milestones, for what is told when a verification is withdrawn.

create table gated_tranche (
    tranche_id  uuid    primary key,
    version     integer not null check (version > 0),
    milestones  uuid[]  not null
);
create index gated_tranche_milestones on gated_tranche using gin (milestones);
comment on table gated_tranche is 'Tranches with the milestones that their conditions name, as the service of commitments has told';
comment on column gated_tranche.version is 'Number of the version of conditions that names them: a later one takes its place';

grant select, insert, update on gated_tranche to ${service_role};
