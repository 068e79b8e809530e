-- Tranches of funds with their conditions, each as it is and in every version it had, and which events have released them.

create table tranche (
    tranche_id        uuid          primary key,
    programme_id      uuid          not null,
    fund_id           uuid          not null references fund,
    project_id        uuid,
    name              text          not null,
    currency          text          not null,
    amount            numeric(38,4) not null check (amount > 0),
    condition_version integer       not null check (condition_version > 0),
    conditions_from   date          not null,
    conditions        jsonb         not null,
    awaits            jsonb         not null,
    state             text          not null,
    evaluation        jsonb,
    watched           boolean       not null,
    drafted_version   integer       not null check (drafted_version between 0 and condition_version),
    call_id           uuid,
    held              text,
    reason            text,
    source_system     text,
    external_ref      text,
    maker_account     uuid          not null,
    maker_person      uuid          not null,
    version           bigint        not null,
    effective_date    date          not null,
    recorded_at       timestamptz   not null,
    check ((source_system is null) = (external_ref is null))
);
create index tranche_fund on tranche (fund_id, tranche_id);
create unique index tranche_call on tranche (call_id) where call_id is not null;
create index tranche_watched on tranche (tranche_id) where watched;
create index tranche_awaits on tranche using gin (awaits jsonb_path_ops);
comment on table tranche is 'Slices of funds'' funding as they are, called when their conditions are met';
comment on column tranche.awaits is 'Ids of the milestones and tranches that the conditions name';
comment on column tranche.evaluation is 'How the conditions were found when they were met or fell back last, with the events that it rests on';
comment on column tranche.watched is 'Whether a day, a document or the end of a waiver may move it, of which nobody tells';
comment on column tranche.drafted_version is 'Of which version of the conditions a call was drafted last; 0 where none ever was';
comment on column tranche.held is 'Why no call is drafted though the conditions are met';
create table tranche_version (like tranche including comments, primary key (tranche_id, version));
create index tranche_version_fund on tranche_version (fund_id, tranche_id, version);
comment on table tranche_version is 'Of versions that were made together and hold from the same day, the last';

create table tranche_release (
    tranche_id uuid primary key references tranche,
    event_id   uuid not null
);
comment on table tranche_release is 'The event that released a tranche: what tranches that wait for it rest on';

create table tranche_motion (
    proposal_id    uuid primary key references proposal,
    tranche_id     uuid not null,
    step           text not null,
    conditions     jsonb,
    reason         text not null,
    effective_date date
);
create index tranche_motion_tranche on tranche_motion (tranche_id);
comment on table tranche_motion is 'What proposals would do to tranches';

grant select, insert, update on tranche to ${service_role};
grant select, insert on tranche_version, tranche_release, tranche_motion to ${service_role};
