-- Files that were handed in, what was wrong with them, and the rows that wait for a second person. An import has no events:
-- each of its rows has those that it would have had alone, with the import's id as their correlation.

create table import (
    import_id           uuid        primary key,
    kind                text        not null,
    state               text        not null check (state in ('REJECTED', 'AWAITING_APPROVAL', 'DONE')),
    row_count           integer     not null,
    written             integer     not null,
    skipped             jsonb       not null,
    errors              jsonb       not null,
    maker_account       uuid        not null,
    maker_person        uuid        not null,
    programme_ids       uuid[]      not null,
    fund_ids            uuid[]      not null,
    recorded_at         timestamptz not null,
    content_hash        text,
    expires_at          timestamptz,
    entries             jsonb,
    maker_grants        jsonb,
    answered_by_account uuid,
    answered_by_person  uuid,
    answered_at         timestamptz,
    reason              text,
    check (cardinality(programme_ids) > 0 and cardinality(programme_ids) = cardinality(fund_ids)),
    check (state <> 'AWAITING_APPROVAL' or (content_hash is not null and expires_at is not null and entries is not null))
);
comment on table import is 'Files that were handed in';
comment on column import.skipped is 'Lines that were passed over, each with its reason';
comment on column import.errors is 'What is wrong with it by line and column; where there is any, nothing was written';
comment on column import.programme_ids is 'With fund_ids, place by place, what the rows are about; null and null is the whole deployment';
comment on column import.content_hash is 'Of all rows that would be written: what a second person approves; null where nobody is asked';
comment on column import.entries is 'The rows that wait, each with the objects that it named when the file was handed in';
comment on column import.maker_grants is 'What the maker was granted then: its rows are decided on it when they are approved';

grant select, insert, update on import to ${service_role};
