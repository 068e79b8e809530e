-- Milestones and the sites of projects, as the service of milestones has told of them: what tranches wait for, and when it is
-- to be expected.

create table milestone_fact (
    milestone_id   uuid    primary key,
    programme_id   uuid    not null,
    project_id     uuid    not null,
    name           text    not null,
    state          text    not null,
    forecast       date    not null,
    slip_days      integer not null,
    reason         text,
    drivers        jsonb   not null,
    forecast_event uuid    not null,
    achieved       date,
    verified       date,
    verifiers      jsonb,
    achieved_event uuid,
    waivers        jsonb   not null,
    gone           boolean not null,
    check ((achieved_event is null) = (achieved is null)),
    check ((achieved_event is null) = (verified is null)),
    check ((achieved_event is null) = (verifiers is null))
);
create index milestone_fact_project on milestone_fact (project_id, milestone_id);
comment on table milestone_fact is 'Milestones as they were told last, with the ids of the events that money may hang on';
comment on column milestone_fact.state is 'A code of the service of milestones';
comment on column milestone_fact.forecast is 'Day on which it is to be expected, or was reached';
comment on column milestone_fact.slip_days is 'Against its current baseline; below zero, how much earlier';
comment on column milestone_fact.reason is 'Why it is forecast then, as the site says';
comment on column milestone_fact.drivers is 'Milestones that give it its start, the nearest first, each with its own slip';
comment on column milestone_fact.achieved is 'Day on which it was reached, as its verifiers found; null, as are verified, verifiers and achieved_event, unless it is verified by its quorum';
comment on column milestone_fact.verified is 'Day on which the last of the quorum verified it';
comment on column milestone_fact.verifiers is 'Accounts and persons that verified it: none of them approves what it releases';
comment on column milestone_fact.waivers is 'Those that were not revoked, in order of time; those that have expired remain';
comment on column milestone_fact.gone is 'Whether it was taken out of the plan, or superseded';

create table site (
    project_id   uuid primary key,
    programme_id uuid not null,
    country      text not null,
    region       text not null
);
comment on table site is 'Where projects are: by the calendar of the place verifications are counted';
comment on column site.country is 'ISO 3166-1 alpha-2 code';
comment on column site.region is 'ISO 3166-2 code, or a name';

grant select, insert, update on milestone_fact, site to ${service_role};
