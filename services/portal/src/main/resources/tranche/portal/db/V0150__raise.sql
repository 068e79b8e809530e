-- The raise as pages show it, kept from commitments.events. Nothing here is decided here: every row can be made again
-- from the topic, and the auditor does so. Rows refer to one another without foreign keys, because an investor's events
-- and a fund's are of two keys and may come in either order.

create table raise_programme (
    programme_id  uuid          primary key,
    name          text          not null,
    headline      text          not null,
    target        numeric(38,4),
    target_source text,
    target_date   date,
    claimed       date          not null,
    sample        boolean       not null
);
comment on table raise_programme is 'Programmes by name, with the target that is claimed for each';
comment on column raise_programme.target is 'In units of the headline currency';
comment on column raise_programme.claimed is 'The day from which the claim holds';

create table raise_fund (
    fund_id       uuid          primary key,
    programme_id  uuid          not null,
    name          text          not null,
    currency      text          not null,
    cap           numeric(38,4),
    unverified    boolean       not null,
    closed_to_new boolean       not null default false
);
create index raise_fund_programme on raise_fund (programme_id);
comment on table raise_fund is 'Funds by name';

create table raise_investor (
    investor_id         uuid    primary key,
    name                text    not null,
    kind                text    not null,
    country             text    not null,
    consent_to_be_named boolean not null
);
comment on table raise_investor is 'Investors: legal entities by name';

create table raise_commitment (
    commitment_id  uuid          primary key,
    programme_id   uuid          not null,
    fund_id        uuid          not null,
    investor_id    uuid          not null,
    state          text          not null,
    currency       text          not null,
    amount         numeric(38,4) not null,
    called         numeric(38,4) not null,
    paid           numeric(38,4) not null,
    restored       numeric(38,4) not null,
    effective_date date          not null,
    date_precision text          not null,
    closing_date   date,
    source         text,
    documents      text[]        not null,
    take_on        boolean       not null,
    makers         uuid[]        not null,
    version        bigint        not null,
    changed_at     timestamptz   not null
);
create index raise_commitment_fund on raise_commitment (fund_id, state);
create index raise_commitment_programme on raise_commitment (programme_id, state);
create index raise_commitment_investor on raise_commitment (investor_id);
comment on table raise_commitment is 'Commitments as their last event left them';
comment on column raise_commitment.called is 'Cumulative, in units of the currency';
comment on column raise_commitment.makers is 'Accounts that made or edited the current content: none of their persons may accept it';

create table raise_change (
    place         bigint        generated always as identity primary key,
    event_id      uuid          not null unique,
    kind          text          not null,
    type          text          not null,
    recorded_at   timestamptz   not null,
    effective     date          not null,
    actor         uuid          not null,
    key           uuid          not null,
    sequence      bigint        not null,
    version       bigint        not null,
    programme_id  uuid,
    fund_id       uuid,
    investor_id   uuid,
    commitment_id uuid,
    state         text,
    currency      text,
    amount        numeric(38,4),
    reason        text
);
create index raise_change_commitment on raise_change (commitment_id, version);
create index raise_change_programme on raise_change (programme_id, place);
comment on table raise_change is 'What happened, in the order in which the portal learnt of it: the feed, and the history of each commitment';
comment on column raise_change.reason is 'Free text of whoever acted';

create table raise_person (
    account_id uuid primary key,
    person_id  uuid not null
);
comment on table raise_person is 'The person behind each account, from portal.events: four eyes are counted by person';

grant select, insert, update on raise_programme, raise_fund, raise_investor, raise_commitment, raise_person to ${service_role};
grant select, insert on raise_change to ${service_role};
