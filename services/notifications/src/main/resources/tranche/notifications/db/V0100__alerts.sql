-- Who is told (recipients and the grants they hold), what is told (notices) and who was told what (alerts); beside them the
-- names that alerts speak of and what funds and investors take part in, as other services tell.

create table recipient (
    recipient_id   uuid        primary key,
    alerts         bigint      not null default 0 check (alerts >= 0),
    version        bigint      not null,
    effective_date date        not null,
    recorded_at    timestamptz not null
);
comment on table recipient is 'Who is told of things: accounts that have, or had, a grant';
comment on column recipient.alerts is 'Number of its last alert; its row is locked while an alert is given the next';

create table grant_held (
    grant_id     uuid        primary key,
    account_id   uuid        not null,
    role         text        not null,
    programme_id uuid,
    fund_id      uuid,
    investor_id  uuid,
    project_id   uuid,
    until        date,
    given_at     timestamptz not null,
    ended_at     timestamptz
);
create index grant_held_account on grant_held (account_id);
create index grant_held_role on grant_held (role);
create index grant_held_fund on grant_held (fund_id) where fund_id is not null;
create index grant_held_investor on grant_held (investor_id) where investor_id is not null;
comment on table grant_held is 'Which grants accounts hold or have held, as the portal has told: whom an alert reaches';
comment on column grant_held.programme_id is 'With fund_id, investor_id and project_id, what the grant is bound to; nulls alone are the whole deployment';
comment on column grant_held.until is 'Last day on which the grant holds, in UTC; null where it has no end';
comment on column grant_held.given_at is 'When the portal recorded it; what was recorded before is not told';
comment on column grant_held.ended_at is 'When it was withdrawn or its account shut; null while it holds';

create table fund_of (
    fund_id      uuid primary key,
    programme_id uuid not null
);
comment on table fund_of is 'Funds and their programmes, as the service of commitments has told';

create table investor_of (
    investor_id  uuid        not null,
    fund_id      uuid        not null,
    programme_id uuid        not null,
    since        timestamptz not null,
    primary key (investor_id, fund_id)
);
comment on table investor_of is 'To which funds investors have, or had, commitments, and since when';

create table known_name (
    id   uuid primary key,
    name text not null
);
comment on table known_name is 'What programmes, funds, investors, projects, milestones and tranches are called';

create table notice (
    notice_id    uuid        primary key,
    type         text        not null,
    cause_id     uuid        not null,
    cause_type   text        not null,
    recorded_at  timestamptz not null,
    subject_kind text        not null,
    subject_id   uuid        not null,
    roles        text[]      not null,
    programme_id uuid,
    fund_id      uuid,
    investor_id  uuid,
    project_id   uuid,
    published    boolean     not null,
    figures      jsonb       not null,
    unique (cause_id, type)
);
create index notice_recorded on notice (recorded_at);
comment on table notice is 'What events have to say, before it is known who hears it';
comment on column notice.roles is 'Who is told: whoever holds one of them for the scope when the event was recorded';
comment on column notice.programme_id is 'With fund_id, investor_id and project_id, where its object belongs';
comment on column notice.published is 'Whether grants that are bound to a fund or an investor reach it through what these take part in';
comment on column notice.figures is 'What fills the gaps of its text, by the gaps'' names';

create table alert (
    alert_id        uuid        primary key,
    recipient_id    uuid        not null references recipient,
    number          bigint      not null check (number > 0),
    notice_id       uuid        not null references notice,
    created_at      timestamptz not null,
    read_at         timestamptz,
    acknowledged_at timestamptz,
    version         bigint      not null default 0,
    unique (recipient_id, notice_id),
    unique (recipient_id, number),
    check (acknowledged_at is null or read_at is not null)
);
comment on table alert is 'Who was told of which notice: once each';
comment on column alert.number is 'The recipient''s own, rising with time: the order in which its stream goes on';
comment on column alert.version is 'How many events it has: none until its recipient does something about it';

grant select, insert, update on recipient, grant_held, known_name, alert to ${service_role};
grant select, insert on fund_of, investor_of, notice to ${service_role};
