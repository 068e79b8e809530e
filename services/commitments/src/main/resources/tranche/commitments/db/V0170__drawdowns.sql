-- Capital calls with their lines, and what comes in, each as it is and in every version it had. Versions are added and never
-- changed: the service's role has no right to. Amounts are in units of the currency, never in minor units.

create table capital_call (
    call_id           uuid          primary key,
    programme_id      uuid          not null,
    fund_id           uuid          not null references fund,
    reference         text          not null unique,
    tranche_id        uuid,
    condition_version integer,
    milestones        jsonb         not null,
    verifiers         jsonb         not null,
    state             text          not null,
    currency          text          not null,
    due_date          date          not null,
    components        jsonb         not null,
    purpose           text          not null,
    basis             text          not null,
    lines             integer       not null check (lines > 0),
    settled           integer       not null check (settled between 0 and lines),
    late              integer       not null check (late between 0 and lines),
    matched           numeric(38,4) not null check (matched >= 0),
    content_hash      text          not null,
    makers            jsonb         not null,
    approver_account  uuid,
    approver_person   uuid,
    reason            text,
    version           bigint        not null,
    effective_date    date          not null,
    recorded_at       timestamptz   not null
);
create index capital_call_fund on capital_call (fund_id, call_id);
create index capital_call_due on capital_call (due_date, call_id) where state in ('ISSUED', 'PART_PAID');
comment on table capital_call is 'Capital calls as they are';
comment on column capital_call.milestones is 'Ids of those that were verified for the tranche that it releases';
comment on column capital_call.verifiers is 'Accounts and persons that verified them: none of them approves the call';
comment on column capital_call.lines is 'How many lines it has; settled and late, how many of them are paid and overdue';
comment on column capital_call.matched is 'What has come in of all lines';
comment on column capital_call.makers is 'Accounts and persons that drafted or edited it: none of them approves it';
create table capital_call_version (like capital_call including comments, primary key (call_id, version));
create index capital_call_version_fund on capital_call_version (fund_id, call_id, version);
comment on table capital_call_version is 'Of versions that were made together and hold from the same day, the last';

create table call_line (
    line_id        uuid          primary key,
    call_id        uuid          not null references capital_call,
    programme_id   uuid          not null,
    fund_id        uuid          not null,
    commitment_id  uuid          not null references commitment,
    investor_id    uuid          not null,
    state          text          not null,
    currency       text          not null,
    amount         numeric(38,4) not null check (amount > 0),
    matched        numeric(38,4) not null check (matched between 0 and amount),
    due_date       date          not null,
    late           boolean       not null,
    reference      text          not null unique,
    shares         jsonb         not null,
    version        bigint        not null,
    effective_date date          not null,
    recorded_at    timestamptz   not null
);
create unique index call_line_call on call_line (call_id, commitment_id);
create index call_line_investor on call_line (investor_id, call_id);
comment on table call_line is 'What each investor owes of a call, as it is';
comment on column call_line.late is 'Whether it was told as overdue, which happens once';
comment on column call_line.shares is 'What it bears of each component, with how that came about, in minor units';
create table call_line_version (like call_line including comments, primary key (line_id, version));
create index call_line_version_call on call_line_version (call_id, line_id, version);

create sequence payment_reference;
comment on sequence payment_reference is 'Numbers of the references by which payers name their lines';

create table receipt (
    receipt_id      uuid          primary key,
    programme_id    uuid          not null,
    fund_id         uuid          not null references fund,
    bank_account    text          not null,
    entry_reference text          not null,
    value_date      date          not null,
    currency        text          not null,
    amount          numeric(38,4) not null check (amount > 0),
    debtor_account  text,
    state           text          not null,
    matches         jsonb         not null,
    held            jsonb         not null,
    leaving         jsonb         not null,
    refunded        numeric(38,4) not null check (refunded >= 0),
    reason          text,
    version         bigint        not null,
    effective_date  date          not null,
    recorded_at     timestamptz   not null,
    unique (bank_account, entry_reference)
);
create index receipt_fund on receipt (fund_id, receipt_id);
create index receipt_matches on receipt using gin (matches jsonb_path_ops);
comment on table receipt is 'Money seen on funds'' bank accounts, as it is';
comment on column receipt.bank_account is 'Fingerprint under the service''s own key, as debtor_account';
comment on column receipt.held is 'What is held for which investors; leaving, what was held and is on its way back';
create table receipt_version (like receipt including comments, primary key (receipt_id, version));

create table receipt_payer (
    receipt_id uuid primary key references receipt,
    name       text,
    iban       text,
    remittance text
);
comment on table receipt_payer is 'Who paid and what they wrote: it may name a person, so it is kept apart and can be blotted out';

-- Which commands there are, each feature says for itself.
alter table proposal drop constraint proposal_command_check;

create table drawdown_motion (
    proposal_id uuid primary key references proposal,
    command     text not null,
    subject_id  uuid not null,
    reason      text not null
);
comment on table drawdown_motion is 'What proposals would do to calls and receipts';

grant select, insert, update on capital_call, call_line, receipt, receipt_payer to ${service_role};
grant select, insert on capital_call_version, call_line_version, receipt_version, drawdown_motion to ${service_role};
grant usage on sequence payment_reference to ${service_role};
