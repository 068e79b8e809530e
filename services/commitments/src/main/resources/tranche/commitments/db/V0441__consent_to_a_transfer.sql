-- A fund's terms say whether a commitment goes over only with a document of consent.
alter table fund add column require_transfer_consent boolean not null default false;
alter table fund_version add column require_transfer_consent boolean not null default false;
alter table fund_terms_change add column require_transfer_consent boolean;
comment on column fund.require_transfer_consent is
    'Whether a document of consent must be named before a commitment goes over to another investor';
comment on column fund_version.require_transfer_consent is
    'Whether a document of consent must be named before a commitment goes over to another investor';
