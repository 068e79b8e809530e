-- From evidence to an alert: the steps that a reader of alerts knows, each with when it was recorded.

create table passed_event (
    event_id       uuid        primary key,
    step           text        not null,
    about_id       uuid        not null,
    correlation_id uuid        not null,
    recorded_at    timestamptz not null
);
create index passed_event_about on passed_event (about_id, recorded_at);
create index passed_event_wake on passed_event (correlation_id, recorded_at);
comment on table passed_event is 'Events of other services that lead to alerts, as they came by';
comment on column passed_event.about_id is 'The object whose event it is';

grant select, insert on passed_event to ${service_role};
