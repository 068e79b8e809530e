-- Checks of an investor are nobody's news, yet an open page that asks for them has to hear of them.

alter table raise_investor add column checks_place bigint not null default 0;
comment on column raise_investor.checks_place is 'Place among the changes at which the checks last came; 0 where they have not since this column is there';
grant usage on sequence raise_change_place_seq to ${service_role};

create index raise_change_fund on raise_change (fund_id, place);
create index raise_change_investor on raise_change (investor_id, place) where commitment_id is null;
create index raise_change_of_investors on raise_change (place) where commitment_id is null and investor_id is not null;
