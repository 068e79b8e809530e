-- Calls whose lines are told one by one: once all have come it is known which of their investors nobody reaches.

create table issued_call (
    call_id      uuid        primary key,
    cause_id     uuid        not null,
    recorded_at  timestamptz not null,
    programme_id uuid        not null,
    fund_id      uuid        not null,
    lines        integer     not null
);
comment on table issued_call is 'Calls that were issued, as the service of commitments has told';
comment on column issued_call.cause_id is 'Id of the event by which the whole call was issued; the events of its lines follow';
comment on column issued_call.lines is 'How many lines it has';

grant select, insert on issued_call to ${service_role};
