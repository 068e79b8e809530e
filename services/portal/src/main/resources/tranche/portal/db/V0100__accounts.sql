-- Who can sign in, and who is behind. Names and addresses live here and nowhere else: no event and no log has them.

create table account (
    id         uuid        primary key,
    person     uuid        not null,
    username   text        not null unique,
    name       text        not null,
    email      text,
    state      text        not null check (state in ('ACTIVE', 'DISABLED')),
    version    bigint      not null check (version > 0),
    changed_at timestamptz not null
);
create index account_person on account (person);
comment on table account is 'Accounts as they are now; personal data';
comment on column account.person is 'Who is behind the account: four eyes are counted by person (D-1)';
comment on column account.username is 'What is typed to sign in: lower case, Unicode form NFKC';

create table account_version (
    account     uuid        not null,
    version     bigint      not null,
    person      uuid        not null,
    state       text        not null,
    recorded_at timestamptz not null,
    primary key (account, version)
);
comment on table account_version is 'Accounts as they were after each of their events; no personal data';

create table account_password (
    account uuid        primary key references account,
    hash    text        not null,
    set_at  timestamptz not null
);
comment on table account_password is 'Argon2id hashes; the parameters are inside the hash';

create table account_link (
    hash       bytea       primary key check (length(hash) = 32),
    account    uuid        not null references account,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index account_link_account on account_link (account);
comment on table account_link is 'One-time links with which a password is set; only the SHA-256 of the secret is here';

create table first_admin (
    one             boolean primary key default true check (one),
    account         uuid    not null,
    steps_ended_at  timestamptz
);
comment on table first_admin is 'The account a deployment began with';
comment on column first_admin.steps_ended_at is 'When a second account with role admin or approver first signed in: from then on grants need two persons';

create table api_key (
    id           uuid        primary key,
    account      uuid        not null references account,
    name         text        not null,
    hash         bytea       not null unique check (length(hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) > 0 and scopes <@ array ['read', 'write', 'approve']),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_key_account on api_key (account, id);
comment on table api_key is 'Keys of programs; only the SHA-256 of the secret is here';
comment on column api_key.last_used_at is 'Written at most once a minute';

grant select, insert, update on account, account_password, account_link, first_admin, api_key to ${service_role};
grant delete on account_link to ${service_role};
grant select, insert on account_version to ${service_role};
