-- What is settled: alerts about it are superseded.

alter table notice
    add column parts      uuid[] not null default '{}',
    add column settled_at timestamptz,
    add column settled_by uuid,
    add check ((settled_at is null) = (settled_by is null));
create index notice_subject on notice (subject_id);
comment on column notice.parts is 'What of its object it speaks of, where it speaks of less than the whole: what settles it has to speak of all of that';
comment on column notice.settled_at is 'When the first event was recorded after which there is nothing left to see to; its alerts are superseded';
comment on column notice.settled_by is 'Id of that event';

grant update (settled_at, settled_by) on notice to ${service_role};
