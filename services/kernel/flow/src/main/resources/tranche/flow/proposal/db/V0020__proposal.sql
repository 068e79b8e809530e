-- For services that have commands of two persons and name the room in tranche.database.tables. Commitments had the table before
-- the room did: there it lies in tranche/commitments/db, V0140 and V0160 to V0162. A change to one is a change to both
-- (KernelTablesTest).
create table proposal (
    proposal_id         uuid        primary key,
    command             text        not null,
    subject_type        text        not null,
    subject_id          uuid        not null,
    programme_ids       uuid[]      not null,
    fund_ids            uuid[]      not null,
    project_ids         uuid[]      not null,
    content_hash        text        not null,
    content             text,
    restated            bigint      not null default 0,
    maker_account       uuid        not null,
    maker_person        uuid        not null,
    recorded_at         timestamptz not null,
    expires_at          timestamptz not null,
    approved            boolean,
    answered_by_account uuid,
    answered_by_person  uuid,
    answered_at         timestamptz,
    reason              text,
    check (cardinality(programme_ids) > 0
           and cardinality(fund_ids) = cardinality(programme_ids)
           and cardinality(project_ids) = cardinality(programme_ids)),
    check ((approved is null) = (answered_at is null))
);
comment on table proposal is 'What one person has proposed and another has to confirm';
comment on column proposal.subject_type is 'What kind of object subject_id names, as the wire says it';
comment on column proposal.programme_ids is 'With fund_ids and project_ids, place by place, what it concerns; nulls alone are the whole deployment';
comment on column proposal.content_hash is 'What an approval binds; it changes with what the proposal was made against';
comment on column proposal.content is 'Canonical JSON that the hash covers; null where the subject shows it';
comment on column proposal.restated is 'How often the content has changed with what the proposal was made against';
comment on column proposal.approved is 'Null while nobody has answered';
comment on column proposal.reason is 'Of a rejection';

grant select, insert, update on proposal to ${service_role};
