-- What every service needs of its database: the event table (outbox, audit log and replay source in one), idempotency
-- keys, the relay's place, the inbox's marks and places, dead letters. Owned by the owner role; ${service_role} gets what
-- a service needs and may neither update nor delete an event.

create table event (
    epoch          integer     not null default 1,
    seq            bigint      generated always as identity,
    xid8           xid8        not null default pg_current_xact_id(),
    event_id       uuid        not null primary key,
    key            uuid        not null,
    key_sequence   bigint      not null check (key_sequence > 0),
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    version        bigint      not null check (version > 0),
    type           text        not null,
    schema         bytea       not null,
    payload        bytea       not null,
    effective_date date        not null,
    recorded_at    timestamptz not null,
    actor          uuid        not null,
    causation_id   uuid,
    correlation_id uuid        not null,
    traceparent    text,
    prev_hash      bytea       not null check (length(prev_hash) = 32),
    hash           bytea       not null check (length(hash) = 32),
    unique (key, key_sequence),
    unique (aggregate_id, version)
);
create unique index event_order on event (epoch, xid8, seq);
comment on table event is 'Every event of this service, append-only: outbox, audit log and replay source';
comment on column event.epoch is 'Raised when the database server is another one: transaction ids compare within one epoch only';
comment on column event.xid8 is 'The transaction that wrote the row; the relay reads below the oldest running one';
comment on column event.key is 'Ordering key: topic key, lock and hash chain';
comment on column event.key_sequence is 'Number within the key, from 1, without gaps';
comment on column event.version is 'Version of the aggregate after the event, from 1, without gaps';
comment on column event.type is 'Full name of the Avro record';
comment on column event.schema is 'SHA-256 fingerprint of the writer''s schema in parsing canonical form';
comment on column event.payload is 'Bare Avro binary of the record, head included';
comment on column event.hash is 'SHA-256(prev_hash || event_id (16 bytes) || type (UTF-8) || schema || payload)';

create table event_head (
    key         uuid        primary key,
    sequence    bigint      not null,
    hash        bytea       not null,
    recorded_at timestamptz not null
);
comment on table event_head is 'The last event of each key, so that the next is numbered and chained without a search';

create table event_schema (
    fingerprint bytea primary key,
    type        text  not null,
    schema_json text  not null,
    registry_id integer
);
comment on table event_schema is 'Schemas that events were written with, and the registry''s id of each once known';

create table idempotency_key (
    account     uuid        not null,
    operation   text        not null,
    key         text        not null,
    body_hash   bytea       not null,
    status      integer     not null,
    headers     jsonb       not null,
    body        bytea       not null,
    position    text        not null,
    recorded_at timestamptz not null,
    primary key (account, operation, key)
);
comment on table idempotency_key is 'Answers of accepted requests by the caller''s key, kept 30 days';
create index idempotency_key_age on idempotency_key (recorded_at);

create table relay_place (
    one               boolean primary key default true check (one),
    system_identifier text    not null,
    epoch             integer not null,
    sent_epoch        integer not null,
    sent_xid8         xid8    not null,
    sent_seq          bigint  not null
);
comment on table relay_place is 'Up to which event the relay has sent, and of which database server';

create table inbox_offset (
    consumer    text    not null,
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (consumer, topic, partition)
);
comment on table inbox_offset is 'The next record that each consumer reads of each partition, moved with the effects';

create table inbox_mark (
    consumer text   not null,
    topic    text   not null,
    key      uuid   not null,
    sequence bigint not null,
    parked   text check (parked in ('gap', 'failed')),
    primary key (consumer, topic, key)
);
comment on table inbox_mark is 'The highest sequence applied of each key; a parked key waits for a missing event (gap) or for an operator (failed); null: it flows';

create table inbox_schema (
    registry_id integer primary key,
    schema_json text    not null
);
comment on table inbox_schema is 'Schemas of the records that were read, by the registry''s id, so that a registry that is away delays nobody';

create table dead_letter (
    id            uuid        primary key,
    consumer      text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    key           uuid,
    sequence      bigint,
    event_id      uuid,
    type          text,
    headers       jsonb       not null,
    record_key    bytea,
    record_value  bytea       not null,
    reason        text        not null check (reason in ('unreadable', 'failed', 'gap', 'behind')),
    detail        text        not null,
    attempts      integer     not null,
    parked_since  timestamptz not null,
    copied        boolean     not null default false,
    replayed_at   timestamptz,
    unique (consumer, topic, partition, record_offset)
);
comment on table dead_letter is 'Records that a consumer could not handle, and those of the same key that wait behind one';
comment on column dead_letter.reason is 'unreadable or failed: the record itself; gap: an earlier event is missing; behind: waits for another of its key';
comment on column dead_letter.copied is 'Whether the relay has copied it to the topic''s .dead';
create index dead_letter_open on dead_letter (consumer, topic, key, sequence) where replayed_at is null;

grant select, insert on event to ${service_role};
grant select, insert, update on event_head, event_schema, relay_place, inbox_offset, inbox_mark, inbox_schema, dead_letter to ${service_role};
grant select, insert, delete on idempotency_key to ${service_role};
