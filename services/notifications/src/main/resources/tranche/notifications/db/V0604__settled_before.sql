-- Notices that were kept before it was known what settles them: the topics are read again from their beginning, and each notice
-- learns what it speaks of and what settled it. Nobody is told twice: there is one alert for each recipient and notice. Until a
-- notice was read again it speaks of what nothing settles.

update notice set parts = '{00000000-0000-0000-0000-000000000000}'
 where cause_type like 'tranche.commitments.%' or cause_type like 'tranche.milestones.%';
delete from dead_letter where consumer = 'notice';
delete from inbox_mark where consumer = 'notice';
delete from inbox_offset where consumer = 'notice';

grant update (parts) on notice to ${service_role};
