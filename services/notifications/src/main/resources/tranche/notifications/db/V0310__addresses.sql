-- How and where recipients are told: names and addresses, encrypted, and what confirms an address.

alter table recipient
    add column display_name  text,
    add column language      text        not null default 'en' check (language in ('en', 'fr')),
    add column zone          text        not null default 'UTC',
    add column address       text,
    add column address_mark  text,
    add column address_state text        check (address_state in ('UNVERIFIED', 'VERIFIED', 'BOUNCING', 'SUPPRESSED')),
    add column address_since timestamptz,
    add column verified_at   timestamptz,
    add column vouched_for   text,
    add column hard_bounces  int         not null default 0 check (hard_bounces >= 0),
    add column link_hash     text,
    add column mail_off      text        not null default '',
    add column link_token    text,
    add column link_until    timestamptz,
    add check ((address is null) = (address_state is null) and (address is null) = (address_mark is null)
               and (address is null) = (address_since is null)),
    add check (address_state not in ('VERIFIED', 'BOUNCING') or verified_at is not null),
    add check ((link_hash is null) = (link_until is null) and (link_hash is null) = (link_token is null));
create unique index recipient_link on recipient (link_hash) where link_hash is not null;
comment on column recipient.display_name is 'Encrypted under the service''s own key, which is not in the database';
comment on column recipient.address is 'E-mail address, encrypted likewise; null where mail goes nowhere';
comment on column recipient.address_mark is 'Keyed hash by which the same address is known again';
comment on column recipient.verified_at is 'What was recorded before is not mailed; null while nobody has shown whose address it is';
comment on column recipient.vouched_for is 'Why a manager knows whose address it is, encrypted; null where the recipient has confirmed it';
comment on column recipient.hard_bounces is 'Mails that a host has refused for good since the address was verified';
comment on column recipient.link_hash is 'SHA-256 of the token in the confirmation mail';
comment on column recipient.link_token is 'The token itself, encrypted, until the link opens nothing any more';
comment on column recipient.mail_off is 'Types of alerts of which the recipient wants no mail, with commas between them';
