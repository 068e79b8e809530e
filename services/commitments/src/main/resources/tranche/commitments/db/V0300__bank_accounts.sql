-- Where funds are paid: accounts as they are and in every version they had. Versions are added and never changed: the
-- service's role has no right to.

create table bank_account (
    bank_account_id uuid        primary key,
    programme_id    uuid        not null,
    fund_id         uuid        not null references fund,
    holder          text        not null,
    iban            text        not null,
    bic             text        not null,
    currency        text        not null,
    fingerprint     text        not null,
    content_hash    text        not null,
    state           text        not null,
    effective_from  timestamptz,
    maker_account   uuid        not null,
    maker_person    uuid        not null,
    version         bigint      not null,
    effective_date  date        not null,
    recorded_at     timestamptz not null,
    check ((effective_from is null) = (state = 'PROPOSED'))
);
create index bank_account_fund on bank_account (fund_id, bank_account_id);
comment on table bank_account is 'Accounts to which funds are paid, as they are; shown to the funds'' staff and on notices alone';
comment on column bank_account.fingerprint is 'First 80 bits of SHA-256 over holder, bank, number and currency, as people read it to each other';
comment on column bank_account.effective_from is 'From when payers are told it; null until it is approved. The account that took effect last holds';
create table bank_account_version (like bank_account including comments, primary key (bank_account_id, version));

grant select, insert, update on bank_account to ${service_role};
grant select, insert on bank_account_version to ${service_role};
