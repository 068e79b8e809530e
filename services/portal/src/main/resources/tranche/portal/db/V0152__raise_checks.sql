-- What an acceptance asks for besides a second person: whether the fund's terms want cleared checks, what the investor's
-- checks came to, and the zone in which the fund's days begin.

alter table raise_fund
    add column require_kyc boolean not null default false,
    add column zone        text    not null default 'UTC';
comment on column raise_fund.require_kyc is 'Whether an acceptance needs an investor whose checks are cleared';

alter table raise_investor
    add column kyc       text,
    add column kyc_until date;
comment on column raise_investor.kyc is 'CLEARED, REFUSED or LAPSED; null while no result was recorded';
comment on column raise_investor.kyc_until is 'Last day on which the result holds; null where it has no end';

-- Rows that are there already lack it: the topic is read again from its beginning.
truncate raise_programme, raise_fund, raise_investor, raise_commitment, raise_change, raise_person;
delete from dead_letter where consumer = 'raise';
delete from inbox_mark where consumer = 'raise';
delete from inbox_offset where consumer = 'raise';
