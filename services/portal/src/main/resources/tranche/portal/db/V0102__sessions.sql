-- Browsers that are signed in.

create table session (
    hash         bytea       primary key check (length(hash) = 32),
    id           uuid        not null unique,
    account      uuid        not null references account,
    csrf_token   text        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    last_visit   timestamptz
);
create index session_account on session (account);
create index session_age on session (created_at);
comment on table session is 'Sessions; only the SHA-256 of the cookie''s secret is here';
comment on column session.id is 'Names the session in lists and logs; it opens nothing';
comment on column session.last_visit is 'When the account was last seen before this session; null on its first';
comment on column session.last_seen_at is 'Written at most once a minute: the idle limit is exact to a minute';

create table visit (
    account      uuid        primary key references account,
    last_seen_at timestamptz not null
);
comment on table visit is 'When each account was last seen in a browser, to the minute; outlives its sessions';

grant select, insert, update, delete on session to ${service_role};
grant select, insert, update on visit to ${service_role};
