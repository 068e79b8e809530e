-- What settles a notice, and what stands under one, is looked for among those of the same object and investor; what settles,
-- among the open ones, however many were settled before.

drop index notice_subject;
create index notice_about on notice (subject_id, coalesce(investor_id, '00000000-0000-0000-0000-000000000000'));
create index notice_open on notice (subject_id, coalesce(investor_id, '00000000-0000-0000-0000-000000000000'))
 where settled_at is null;
