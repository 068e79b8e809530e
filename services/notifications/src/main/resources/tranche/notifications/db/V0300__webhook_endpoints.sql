-- Where accounts have their alerts sent.

create table webhook_endpoint (
    endpoint_id    uuid        primary key,
    owner_id       uuid        not null,
    url            text        not null,
    types          text[]      not null,
    state          text        not null,
    secret_number  integer     not null check (secret_number > 0),
    secret_since   timestamptz not null,
    tests          bigint      not null,
    failing_since  timestamptz,
    created_at     timestamptz not null,
    version        bigint      not null,
    effective_date date        not null,
    recorded_at    timestamptz not null
);
create index webhook_endpoint_owner on webhook_endpoint (owner_id, endpoint_id) where state <> 'DELETED';
comment on table webhook_endpoint is 'Where accounts have their alerts sent; one that was taken away stays, for its deliveries';
comment on column webhook_endpoint.types is 'Names of alert types on the wire; * alone for all';
comment on column webhook_endpoint.secret_number is 'Of the secret that signs; no secret is kept, each is made of id and number under the service''s key';
comment on column webhook_endpoint.tests is 'Begun so far: the number makes the id of the test''s delivery';
comment on column webhook_endpoint.failing_since is 'When the first attempt failed since the last that did not; null while it answers';

grant select, insert, update on webhook_endpoint to ${service_role};
