-- Notices of issued calls: what was signed at the issue, the files that were made of it, and the keys it was signed with.
-- Nothing of it is ever changed or removed; of a key alone it is noted that it was told.

create table notice_key (
    key_id     text        primary key,
    public_key text        not null,
    made_at    timestamptz not null,
    published  boolean     not null
);
comment on table notice_key is 'Public halves of the keys that ever signed a notice (Ed25519, base64url without padding); none is forgotten';
comment on column notice_key.published is 'Whether the event has told of it';

create table notice (
    notice_id      uuid        primary key,
    line_id        uuid        not null unique references call_line,
    call_id        uuid        not null references capital_call,
    programme_id   uuid        not null,
    fund_id        uuid        not null references fund,
    investor_id    uuid        not null,
    content        text        not null,
    sha256         text        not null unique,
    key_id         text        not null references notice_key,
    signature      text        not null,
    fingerprint    text,
    notices_before integer,
    issued_at      timestamptz not null,
    check ((fingerprint is null) = (notices_before is null))
);
create index notice_account on notice (investor_id, fund_id, fingerprint);
comment on table notice is 'What each issued line was told, signed in the transaction that issued it';
comment on column notice.content is 'Canonical JSON (RFC 8785): its UTF-8 bytes are what is signed';
comment on column notice.signature is 'Detached JWS (RFC 7515, appendix F): the header and the signature, with nothing between the dots';
comment on column notice.fingerprint is 'Of the account that it names; null where it says that instructions follow';
comment on column notice.notices_before is 'Notices to the same investor of the fund that named the same account before';

create table notice_file (
    notice_id uuid        not null references notice,
    language  text        not null,
    sha256    text        not null unique,
    bytes     bytea       not null,
    made_at   timestamptz not null,
    primary key (notice_id, language)
);
comment on table notice_file is 'Notices as PDF, each made at the first download in a language and given byte for byte ever after';

grant select, insert, update on notice_key to ${service_role};
grant select, insert on notice, notice_file to ${service_role};
