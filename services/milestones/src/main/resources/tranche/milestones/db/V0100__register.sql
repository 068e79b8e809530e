-- Projects and milestones, each as it is and in every version it had; what they follow, what shows them; the programmes that
-- they belong to and the accounts that report from their sites, as other services tell. Versions and evidence are added and
-- never changed: the service's role has no right to.

create table programme (
    programme_id uuid primary key,
    zone         text not null
);
comment on table programme is 'Programmes, as the service of commitments has told of them';

create table reporter (
    grant_id     uuid    primary key,
    account_id   uuid    not null,
    programme_id uuid,
    fund_id      uuid,
    investor_id  uuid,
    project_id   uuid,
    until        date,
    ended        boolean not null
);
create index reporter_account on reporter (account_id);
comment on table reporter is 'Who may report from which sites, as the portal has told: none of them verifies what is reported';
comment on column reporter.programme_id is 'With fund_id, investor_id and project_id, what the grant is bound to; nulls alone are the whole deployment';
comment on column reporter.until is 'Last day on which the grant holds, in UTC; null where it has no end';
comment on column reporter.ended is 'Whether it was withdrawn, or its account shut';

create table fund_of (
    fund_id      uuid primary key,
    programme_id uuid not null
);
comment on table fund_of is 'Funds, as the service of commitments has told of them: whose grants are bound to one see its programme''s projects';

create table investor_of (
    investor_id  uuid not null,
    fund_id      uuid not null,
    programme_id uuid not null,
    primary key (investor_id, fund_id)
);
comment on table investor_of is 'To which funds investors have, or had, commitments';

create table project (
    project_id     uuid         primary key,
    programme_id   uuid         not null references programme,
    name           text         not null,
    kind           text         not null,
    region         text         not null,
    country        text         not null,
    latitude       numeric(9,6),
    longitude      numeric(9,6),
    zone           text         not null,
    own_zone       boolean      not null,
    start_date     date         not null,
    own_start      boolean      not null,
    unverified     boolean      not null,
    source_note    text,
    state          text         not null,
    reason         text,
    source_system  text,
    external_ref   text,
    maker_account  uuid         not null,
    maker_person   uuid         not null,
    version        bigint       not null,
    effective_date date         not null,
    recorded_at    timestamptz  not null,
    check ((latitude is null) = (longitude is null))
);
create index project_programme on project (programme_id, project_id);
comment on table project is 'Projects as they are';
comment on column project.region is 'ISO 3166-2 code, or a name';
comment on column project.own_zone is 'Whether the zone was given with the project; else it is the programme''s';
comment on column project.start_date is 'Day before which nothing of it starts';
comment on column project.own_start is 'Whether the day was given with the project; else it is that of its registration';
comment on column project.reason is 'Why it was stopped';
create table project_version (like project including comments, primary key (project_id, version));

create table milestone (
    milestone_id      uuid        primary key,
    programme_id      uuid        not null references programme,
    project_id        uuid        not null references project,
    name              text        not null,
    kind              text        not null,
    required_evidence jsonb       not null,
    quorum            integer     not null check (quorum > 0),
    source_note       text,
    baseline_from     date        not null,
    original_baseline date        not null,
    current_baseline  date        not null,
    duration_days     integer     not null check (duration_days >= 0),
    predecessors      jsonb       not null,
    not_before        date,
    state             text        not null,
    started           date,
    claim             jsonb,
    hands             jsonb       not null,
    waivers           jsonb       not null,
    before_waiver     text,
    superseded_by     uuid,
    reason            text,
    forecast          date        not null,
    planned           date        not null,
    stated            date,
    stated_reason     text,
    slip_days         integer     not null,
    slip_working_days integer     not null,
    breach            text        not null,
    due_soon_told     date,
    source_system     text,
    external_ref      text,
    maker_account     uuid        not null,
    maker_person      uuid        not null,
    version           bigint      not null,
    effective_date    date        not null,
    recorded_at       timestamptz not null,
    check ((stated is null) = (stated_reason is null)),
    check ((state = 'SUPERSEDED') = (superseded_by is not null)),
    check ((state = 'WAIVED') = (before_waiver is not null))
);
create index milestone_project on milestone (project_id, milestone_id);
create index milestone_programme on milestone (programme_id, milestone_id);
comment on table milestone is 'Milestones as they are';
comment on column milestone.baseline_from is 'Day from which the length of its baselines counts: the start of the project when it was planned';
comment on column milestone.required_evidence is 'Kinds that must be there before it is verified';
comment on column milestone.quorum is 'How many persons must verify it';
comment on column milestone.predecessors is 'What it follows, each with its lag in working days';
comment on column milestone.claim is 'What the site says: the day, who said so, evidence by hash, who found it to be so; null while nothing is claimed';
comment on column milestone.hands is 'Accounts and persons that ever claimed it or submitted evidence for it: none of them verifies it';
comment on column milestone.before_waiver is 'What it was before it was waived for all';
comment on column milestone.forecast is 'Day on which it is to be expected, or was reached';
comment on column milestone.planned is 'What the plan alone gives';
comment on column milestone.stated is 'What the site has stated last';
comment on column milestone.slip_days is 'Against the current baseline, as it was told last; so are slip_working_days and breach';
comment on column milestone.due_soon_told is 'For which baseline it was told that it is due soon';
create table milestone_version (like milestone including comments, primary key (milestone_id, version));

create table predecessor (
    milestone_id   uuid    not null references milestone,
    predecessor_id uuid    not null references milestone (milestone_id),
    lag_days       integer not null,
    primary key (milestone_id, predecessor_id)
);
create index predecessor_of on predecessor (predecessor_id);
comment on table predecessor is 'What milestones follow as they are: their column of that name once more, to be searched along';
comment on column predecessor.lag_days is 'Working days of the successor''s calendar between the one''s finish and the other''s start';

create table evidence (
    evidence_id   uuid        primary key,
    milestone_id  uuid        not null references milestone,
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    kind          text        not null,
    type          text        not null,
    size_bytes    bigint      not null check (size_bytes >= 0),
    name          text,
    source        text,
    captured_at   timestamptz,
    maker_account uuid        not null,
    maker_person  uuid        not null,
    recorded_at   timestamptz not null
);
create index evidence_milestone on evidence (milestone_id, evidence_id);
create index evidence_file on evidence (sha256);
comment on table evidence is 'Which file shows which milestone: a row is added after its file is in its place, so a row always has its file';
comment on column evidence.type is 'As the bytes tell it, whatever the sender said';
comment on column evidence.name is 'What its submitter calls it; it is in no event';
comment on column evidence.captured_at is 'When the photo was taken, the meter read, the paper signed, as its submitter says';

create table motion (
    proposal_id    uuid primary key references proposal,
    milestone_id   uuid not null references milestone,
    step           text not null,
    reason         text not null,
    effective_date date,
    baseline_date  date,
    for_all        boolean,
    tranche_ids    jsonb,
    expires        date,
    superseded_by  uuid,
    check ((step = 'REBASELINE') = (baseline_date is not null)),
    check ((step = 'WAIVE') = (for_all is not null and tranche_ids is not null and expires is not null)),
    check (for_all is null or for_all = (tranche_ids = '[]'::jsonb)),
    check ((step = 'SUPERSEDE') = (superseded_by is not null))
);
create index motion_milestone on motion (milestone_id);
comment on table motion is 'What proposals would do to milestones';
comment on column motion.effective_date is 'Null is the day of the confirmation';
comment on column motion.for_all is 'Whether a waiver is for whatever is conditional on the milestone; else it is for tranche_ids';

grant select, insert, update on project, milestone, reporter to ${service_role};
grant select, insert, delete on predecessor to ${service_role};
grant select, insert on programme, fund_of, investor_of, project_version, milestone_version, evidence, motion to ${service_role};
