-- Programmes, funds, investors, commitments and closings, each as it is and in every version it had; the journal with its
-- postings and kept balances. Versions, entries and postings are added and never changed: the service's role has no right
-- to. Amounts are in units of the currency, never in minor units.

create table programme (
    programme_id      uuid        primary key,
    name              text        not null,
    headline_currency text        not null,
    target            numeric(38,4),
    target_source     text,
    target_date       date,
    sample            boolean     not null,
    zone              text        not null,
    source_system     text,
    external_ref      text,
    maker_account     uuid        not null,
    maker_person      uuid        not null,
    version           bigint      not null,
    effective_date    date        not null,
    recorded_at       timestamptz not null
);
comment on table programme is 'Programmes as they are';
comment on column programme.target is 'In the headline currency; null where no target is stated';
create table programme_version (like programme including comments, primary key (programme_id, version));

create table fund (
    fund_id              uuid        primary key,
    programme_id         uuid        not null references programme,
    name                 text        not null,
    base_currency        text        not null,
    cap                  numeric(38,4),
    calendar             text        not null,
    notice_business_days integer     not null,
    call_basis           text        not null,
    require_kyc          boolean     not null,
    zone                 text        not null,
    own_zone             boolean     not null,
    unverified           boolean     not null,
    source_note          text,
    state                text        not null,
    source_system        text,
    external_ref         text,
    maker_account        uuid        not null,
    maker_person         uuid        not null,
    version              bigint      not null,
    effective_date       date        not null,
    recorded_at          timestamptz not null
);
create index fund_programme on fund (programme_id);
comment on table fund is 'Funds with their terms as they are';
comment on column fund.cap is 'The most that may be accepted and committed, in the base currency';
comment on column fund.own_zone is 'Whether the zone was given with the fund; else it is the programme''s';
create table fund_version (like fund including comments, primary key (fund_id, version));

create table fund_total (
    fund_id   uuid          primary key references fund,
    accepted  numeric(38,4) not null check (accepted >= 0),
    committed numeric(38,4) not null check (committed >= 0)
);
comment on table fund_total is 'What a fund''s commitments come to, kept so that no decision adds them up';

create table investor (
    investor_id         uuid        primary key,
    name                text        not null,
    kind                text        not null,
    country             text        not null,
    lei                 text,
    consent_to_be_named boolean     not null,
    state               text        not null,
    kyc_status          text,
    kyc_valid_until     date,
    source_system       text,
    external_ref        text,
    maker_account       uuid        not null,
    maker_person        uuid        not null,
    version             bigint      not null,
    effective_date      date        not null,
    recorded_at         timestamptz not null
);
comment on table investor is 'Investors as they are';
create table investor_version (like investor including comments, primary key (investor_id, version));

create table commitment (
    commitment_id  uuid          primary key,
    programme_id   uuid          not null references programme,
    fund_id        uuid          not null references fund,
    investor_id    uuid          not null references investor,
    state          text          not null,
    currency       text          not null,
    amount         numeric(38,4) not null check (amount > 0),
    dated          date          not null,
    date_precision text          not null,
    called         numeric(38,4) not null,
    paid           numeric(38,4) not null,
    restored       numeric(38,4) not null,
    distributed    numeric(38,4) not null,
    evidence       jsonb,
    opening        jsonb,
    closing_date   date,
    closing_id     uuid,
    reason         text,
    source_system  text,
    external_ref   text,
    makers         jsonb         not null,
    version        bigint        not null,
    effective_date date          not null,
    recorded_at    timestamptz   not null
);
create index commitment_fund on commitment (fund_id, commitment_id);
create index commitment_investor on commitment (investor_id, commitment_id);
comment on table commitment is 'Commitments as they are';
comment on column commitment.called is 'Cumulative, as paid, restored and distributed are';
comment on column commitment.evidence is 'Documents by hash, a source, a signatory whose name is encrypted';
comment on column commitment.makers is 'Accounts and persons that made or edited the content: none of them accepts it';
create table commitment_version (like commitment including comments, primary key (commitment_id, version));
create index commitment_version_fund on commitment_version (fund_id, commitment_id, version);

create table closing (
    closing_id     uuid        primary key,
    programme_id   uuid        not null,
    fund_id        uuid        not null references fund,
    kind           text        not null,
    date           date        not null,
    commitment_ids jsonb       not null,
    state          text        not null,
    reason         text,
    maker_account  uuid        not null,
    maker_person   uuid        not null,
    version        bigint      not null,
    effective_date date        not null,
    recorded_at    timestamptz not null
);
create index closing_open on closing (fund_id) where state in ('PLANNED', 'APPROVED');
create index closing_due on closing (date) where state = 'APPROVED';
comment on table closing is 'Closings as they are';
create table closing_version (like closing including comments, primary key (closing_id, version));

create table foreign_identity (
    collection    text not null,
    source_system text not null,
    external_ref  text not null,
    id            uuid not null,
    payload       text not null,
    primary key (collection, source_system, external_ref)
);
comment on table foreign_identity is 'What objects are called where they come from, unique for each collection';
comment on column foreign_identity.payload is 'Hash of what the object was created with: the same again is the same request';

create table journal_entry (
    id             uuid        primary key,
    fund_id        uuid        not null references fund,
    sequence       bigint      not null check (sequence > 0),
    event_id       uuid        not null references event (event_id) deferrable initially deferred,
    type           text        not null,
    effective_date date        not null,
    recorded_at    timestamptz not null,
    entry_text     text,
    reverses       uuid references journal_entry,
    canonical      text        not null,
    prev_hash      bytea       not null check (length(prev_hash) = 32),
    hash           bytea       not null check (length(hash) = 32),
    unique (fund_id, sequence)
);
comment on table journal_entry is 'What each event booked, one hash chain for each fund';
comment on column journal_entry.canonical is 'RFC 8785 text that the hash covers after the previous hash';

create table posting (
    entry_id       uuid          not null references journal_entry,
    line           smallint      not null,
    fund_id        uuid          not null,
    programme_id   uuid          not null,
    investor_id    uuid,
    ledger         text          not null check (ledger in ('CASH', 'COMMITMENT')),
    account        text          not null,
    dims           jsonb         not null,
    currency       text          not null,
    amount         numeric(38,4) not null,
    effective_date date          not null,
    recorded_at    timestamptz   not null,
    primary key (entry_id, line)
);
create index posting_account on posting (fund_id, ledger, account, investor_id);
comment on table posting is 'The lines of the journal';
comment on column posting.amount is 'A debit is positive, a credit negative';

create table balance (
    fund_id     uuid          not null,
    ledger      text          not null,
    account     text          not null,
    investor_id uuid          not null,
    currency    text          not null,
    amount      numeric(38,4) not null,
    postings    bigint        not null,
    primary key (fund_id, ledger, account, investor_id, currency)
);
comment on table balance is 'The sum of the postings of each account and investor, kept';
comment on column balance.investor_id is 'The nil id where the account is not divided by investor';
comment on column balance.postings is 'How many postings the sum has';

-- I-2 once more, by the database itself: whatever wrote the lines, they sum to zero when the transaction ends.
create function entry_is_balanced() returns trigger language plpgsql as $$
begin
    if exists (select from posting where entry_id = new.id group by ledger, currency having sum(amount) <> 0)
       or not exists (select from posting where entry_id = new.id) then
        raise exception 'I-2: journal entry % does not balance', new.id;
    end if;
    return null;
end $$;
create constraint trigger journal_entry_balanced after insert on journal_entry
    deferrable initially deferred for each row execute function entry_is_balanced();

grant select, insert, update on programme, fund, fund_total, investor, commitment, closing, balance to ${service_role};
grant select, insert on programme_version, fund_version, investor_version, commitment_version, closing_version,
    foreign_identity, journal_entry, posting to ${service_role};
