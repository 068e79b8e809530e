-- A closed commitment is amended or goes over to another investor by two persons: what waits for the second is kept beside its
-- proposal, and each commitment says which one it came of and which came of it.
create table commitment_motion (
    proposal_id      uuid primary key references proposal,
    commitment_id    uuid not null references commitment,
    step             text not null check (step in ('AMEND', 'TRANSFER')),
    amount           numeric(38,4),
    to_investor_id   uuid references investor,
    to_commitment_id uuid,
    documents        jsonb not null,
    reason           text,
    effective_date   date,
    check ((step = 'TRANSFER') = (to_investor_id is not null)),
    check ((step = 'TRANSFER') = (to_commitment_id is not null)),
    check (step = 'TRANSFER' or (amount is not null and reason is not null))
);
create index commitment_motion_commitment on commitment_motion (commitment_id);
comment on table commitment_motion is 'What proposals would do to commitments';
comment on column commitment_motion.amount is
    'In the commitment''s currency: what it shall have, or what of it shall go over; null is the whole';
comment on column commitment_motion.to_commitment_id is 'The commitment that comes of it, once it is confirmed';
comment on column commitment_motion.effective_date is 'Null is the day of the confirmation';

alter table commitment
    add column transferred_from uuid,
    add column transferred_to   jsonb not null default '[]',
    add column transferred_at   timestamptz;
comment on column commitment.transferred_from is 'The commitment that it came of';
comment on column commitment.transferred_to is 'The commitments that came of it, the oldest first';
comment on column commitment.transferred_at is 'When something of it went over last';
alter table commitment_version
    add column transferred_from uuid,
    add column transferred_to   jsonb not null default '[]',
    add column transferred_at   timestamptz;

grant select, insert on commitment_motion to ${service_role};
