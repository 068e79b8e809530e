create table tally (
    key     uuid primary key,
    count   bigint not null,
    last_by uuid   not null
);
create table told (
    event_id uuid primary key,
    key      uuid   not null,
    sequence bigint not null
);
grant select, insert, update on tally to ${service_role};
grant select, insert on told to ${service_role};
