-- What leaves the house: a row for each alert, channel and target, and one for each attempt.

create table delivery (
    delivery_id  uuid        primary key,
    number       bigint      not null generated always as identity,
    recipient_id uuid        not null,
    alert_id     uuid        references alert,
    channel      text        not null,
    target_id    uuid        not null,
    state        text        not null,
    attempts     integer     not null default 0 check (attempts >= 0),
    fresh        integer     not null default 0 check (fresh between 0 and attempts),
    due_at       timestamptz,
    created_at   timestamptz not null,
    reason       text,
    content      text,
    version      bigint      not null default 0,
    check (state in ('PENDING', 'SENDING') or due_at is null),
    check (state <> 'SENDING' or due_at is not null)
);
create index delivery_due on delivery (due_at) where due_at is not null;
create unique index delivery_number on delivery (number);
create index delivery_target on delivery (target_id, number);
create index delivery_recipient on delivery (recipient_id, number);
create index delivery_waiting on delivery (target_id) where state = 'PENDING' and due_at is null;
comment on table delivery is 'Alerts on their way to those who are not here: once for each alert, channel and target';
comment on column delivery.delivery_id is 'UUIDv5 of the other three, so that nothing is raised or sent under two ids';
comment on column delivery.number is 'Its place in lists, rising with time; of those that were made side by side one may be seen late';
comment on column delivery.alert_id is 'Null for what tests a target';
comment on column delivery.target_id is 'Whom the channel sends it to: a webhook endpoint, an address';
comment on column delivery.attempts is 'Begun so far: the number of the last one';
comment on column delivery.fresh is 'Attempts that were made before it was last sent anew by hand: they count for no pause';
comment on column delivery.due_at is 'When it is taken up; while SENDING, when whoever took it up is given up; null where it is settled or waits for its target';
comment on column delivery.content is 'What every attempt sends, fixed before the first; null before it';
comment on column delivery.version is 'How many events it has: none until it is settled';

create table delivery_attempt (
    delivery_id uuid        not null references delivery,
    number      integer     not null check (number > 0),
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    status      integer,
    reason      text,
    primary key (delivery_id, number),
    check ((ended_at is null) = (outcome is null))
);
comment on table delivery_attempt is 'Attempts, written before they are made; one without an end was under way when its process died, or still is';
comment on column delivery_attempt.status is 'What the other side answered with, where it did';

grant select, insert, update on delivery, delivery_attempt to ${service_role};
