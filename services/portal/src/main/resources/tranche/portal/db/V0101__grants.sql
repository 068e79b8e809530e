-- Roles within scopes: proposed by one person, confirmed by another.

create table account_grant (
    id                  uuid        primary key,
    account             uuid        not null references account,
    role                text        not null,
    programme           uuid,
    fund                uuid,
    investor            uuid,
    project             uuid,
    until               date,
    state               text        not null check (state in ('PROPOSED', 'GIVEN', 'REJECTED', 'WITHDRAWN')),
    proposed_by_account uuid        not null,
    proposed_by_person  uuid        not null,
    given_by_account    uuid,
    given_by_person     uuid,
    expires_at          timestamptz,
    content_hash        text        not null check (length(content_hash) = 64),
    first_steps         boolean     not null,
    reason              text        check (length(reason) <= 2000),
    version             bigint      not null check (version > 0),
    changed_at          timestamptz not null
);
create index account_grant_account on account_grant (account, id);
create index account_grant_waiting on account_grant (id) where state = 'PROPOSED';
comment on table account_grant is 'Grants as they are now. A proposal lapses and a grant ends by time alone: readers compare expires_at and until';
comment on column account_grant.until is 'Last day on which the grant holds, in UTC';
comment on column account_grant.first_steps is 'Given by the first administrator alone, before a second person had signed in';
comment on column account_grant.reason is 'Why the proposal was turned down: free text, so it may hold personal data';

create table account_grant_version (
    account_grant uuid        not null,
    version       bigint      not null,
    account       uuid        not null,
    state         text        not null,
    recorded_at   timestamptz not null,
    primary key (account_grant, version)
);
comment on table account_grant_version is 'The state of each grant after each of its events; role and scope never change';

grant select, insert, update on account_grant to ${service_role};
grant select, insert on account_grant_version to ${service_role};
