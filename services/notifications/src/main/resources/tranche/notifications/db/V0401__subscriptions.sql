-- Who asks to be told of more than the catalogue tells, and where things belong that one can ask about.

create table place (
    id           uuid primary key,
    kind         text not null,
    programme_id uuid,
    fund_id      uuid,
    project_id   uuid,
    investor_id  uuid
);
comment on table place is 'Where programmes, funds, investors, projects and milestones belong, as other services tell';

create table project_region (
    project_id uuid        not null,
    since      timestamptz not null,
    region     text        not null,
    primary key (project_id, since)
);
comment on table project_region is 'In which regions projects are said to be, and since when';

create table subscription (
    subscription_id uuid        primary key,
    recipient_id    uuid        not null,
    range_kind      text        not null,
    range           text        not null,
    types           text[]      not null,
    channels        text[]      not null,
    digest          text,
    quiet_from      time,
    quiet_to        time,
    state           text        not null,
    created_at      timestamptz not null,
    version         bigint      not null,
    effective_date  date        not null,
    recorded_at     timestamptz not null,
    check ((quiet_from is null) = (quiet_to is null))
);
create index subscription_recipient on subscription (recipient_id);
create index subscription_range on subscription (range_kind, range);
comment on table subscription is 'What recipients ask to be told of, within what their grants let them see';
comment on column subscription.range is 'The id of the thing or the name of the region; empty where it is about everything';
comment on column subscription.types is 'Types of alerts; none stands for every type';

create table subscribed (
    subscription_id uuid        not null references subscription,
    since           timestamptz not null,
    until           timestamptz,
    primary key (subscription_id, since)
);
comment on table subscribed is 'From when until when a subscription was active: it tells what was recorded then';

alter table notice add column readers text[];
update notice set readers = roles;
alter table notice alter column readers set not null;
comment on column notice.readers is 'Who may be told if he asks: whoever holds one of these roles for the scope; all of roles are among them';

grant select, insert, update on subscription, subscribed to ${service_role};
grant select, insert on place, project_region to ${service_role};
