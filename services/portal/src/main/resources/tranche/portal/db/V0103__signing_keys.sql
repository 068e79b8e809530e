-- The front door's keys. Each instance signs with its own, which it keeps in its data folder; all publish all public halves.

create table signing_key (
    id         text        primary key,
    public_jwk text        not null,
    seen_at    timestamptz not null
);
comment on table signing_key is 'Public halves (JSON Web Keys) of the keys that sign the front door''s tokens';
comment on column signing_key.seen_at is 'When the instance that signs with it was last there; a key is published a week longer';

grant select, insert, update, delete on signing_key to ${service_role};
