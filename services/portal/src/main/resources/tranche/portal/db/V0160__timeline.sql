-- Projects and milestones as pages show them, kept from milestones.events. Nothing here is decided here: every row can be
-- made again from the topic. Names of programmes come from the raise, whose topic is another: they may come later.

create table timeline_project (
    project_id   uuid         primary key,
    programme_id uuid         not null,
    name         text         not null,
    kind         text         not null,
    region       text         not null,
    country      text         not null,
    latitude     numeric(9,6),
    longitude    numeric(9,6),
    zone         text         not null,
    start_date   date         not null,
    unverified   boolean      not null,
    source       text,
    stopped      boolean      not null default false,
    version      bigint       not null
);
create index timeline_project_programme on timeline_project (programme_id);
comment on table timeline_project is 'Projects as their last event left them';
comment on column timeline_project.latitude is 'Degrees north (WGS 84); null where the place is not given';
comment on column timeline_project.source is 'Where the particulars come from; null where a manager entered them';

create table timeline_milestone (
    milestone_id      uuid        primary key,
    programme_id      uuid        not null,
    project_id        uuid        not null,
    name              text        not null,
    kind              text        not null,
    state             text        not null,
    baseline_date     date        not null,
    original_date     date        not null,
    forecast_date     date        not null,
    stated_date       date,
    started_date      date,
    claimed_date      date,
    achieved_date     date,
    slip_days         integer     not null,
    slip_working_days integer     not null,
    breach            text        not null,
    reason            text,
    drivers           uuid[]      not null,
    duration_days     integer     not null,
    predecessors      uuid[]      not null,
    not_before        date,
    required          text[]      not null,
    quorum            integer     not null,
    verifications     integer     not null,
    claims            integer     not null,
    waivers           text[]      not null,
    successor         uuid,
    source            text,
    version           bigint      not null,
    changed_at        timestamptz not null
);
create index timeline_milestone_project on timeline_milestone (project_id, baseline_date, milestone_id);
create index timeline_milestone_next on timeline_milestone (project_id, forecast_date, milestone_id)
    where state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED', 'EVIDENCE_SUBMITTED', 'VERIFIED', 'REJECTED');
comment on table timeline_milestone is 'Milestones as their last event left them';
comment on column timeline_milestone.original_date is 'Day of the first baseline, which is never replaced';
comment on column timeline_milestone.stated_date is 'What the site states; null where it states nothing';
comment on column timeline_milestone.slip_days is 'How much later than its current baseline; below zero, how much earlier';
comment on column timeline_milestone.reason is 'Why its forecast changed last, as the site says';
comment on column timeline_milestone.drivers is 'Milestones that give it its start, the nearest first';
comment on column timeline_milestone.waivers is 'Those not revoked: for how many tranches (0 for all), a colon, the last day';
comment on column timeline_milestone.claims is 'How often it was claimed: the number of the latest claim';

create table timeline_evidence (
    evidence_id  uuid        primary key,
    milestone_id uuid        not null,
    project_id   uuid        not null,
    claim        integer     not null,
    place        bigint      generated always as identity,
    kind         text        not null,
    sha256       text        not null,
    size         bigint      not null,
    media_type   text        not null,
    submitted_at timestamptz not null
);
create index timeline_evidence_milestone on timeline_evidence (milestone_id, claim, place);
comment on table timeline_evidence is 'Evidence by its hash; the files stay with the service';
comment on column timeline_evidence.claim is 'The claim of the milestone that it was submitted for, from 1';

create table timeline_change (
    place        bigint      generated always as identity primary key,
    event_id     uuid        not null unique,
    kind         text        not null,
    type         text        not null,
    recorded_at  timestamptz not null,
    effective    date        not null,
    actor        uuid        not null,
    key          uuid        not null,
    sequence     bigint      not null,
    version      bigint      not null,
    project_id   uuid        not null,
    milestone_id uuid,
    day          date,
    day_before   date,
    days         integer,
    text         text,
    count        integer
);
create index timeline_change_project on timeline_change (project_id, place);
create index timeline_change_milestone on timeline_change (milestone_id, place);
comment on table timeline_change is 'What happened, in the order in which the portal learnt of it: the history of each project';
comment on column timeline_change.day is 'The day that it is about, and day_before the one that it replaces';
comment on column timeline_change.days is 'By how many days a forecast moved';
comment on column timeline_change.text is 'Free text of whoever acted';
comment on column timeline_change.count is 'Pieces of evidence, or persons who have verified';

grant select, insert, update on timeline_project, timeline_milestone to ${service_role};
grant select, insert on timeline_evidence, timeline_change to ${service_role};
