-- A proposal has a version, so that an answer can say which one it is to. It is counted from here: the end of a proposal, by an
-- answer or by time, is in the row already.
alter table proposal add column restated bigint not null default 0;
comment on column proposal.restated is 'How often the content has changed with what the proposal was made against';
