-- What the raise did not keep of its events: where a fund's particulars come from, and whose commitments a closing is of.

alter table raise_fund add column source_note text;
comment on column raise_fund.source_note is 'Where the particulars come from; null where the manager entered them';

alter table raise_change add column commitments uuid[];
comment on column raise_change.commitments is 'Commitments of a closing that took effect; null for all else';

create index raise_change_suspension on raise_change (investor_id, place) where kind = 'INVESTOR_SUSPENDED';

-- Rows that are there already lack it: the topic is read again from its beginning.
truncate raise_programme, raise_fund, raise_investor, raise_commitment, raise_change, raise_person;
delete from dead_letter where consumer = 'raise';
delete from inbox_mark where consumer = 'raise';
delete from inbox_offset where consumer = 'raise';
