-- What one person has proposed and another has to confirm: files of rows, changes of a fund's terms. A proposal has no events
-- of its own; what it brings about has. The answers to imports move here from the imports themselves.

create table proposal (
    proposal_id         uuid        primary key,
    command             text        not null check (command in ('IMPORT', 'CHANGE_TERMS')),
    subject_id          uuid        not null,
    programme_ids       uuid[]      not null,
    fund_ids            uuid[]      not null,
    content_hash        text        not null,
    content             text,
    maker_account       uuid        not null,
    maker_person        uuid        not null,
    recorded_at         timestamptz not null,
    expires_at          timestamptz not null,
    approved            boolean,
    answered_by_account uuid,
    answered_by_person  uuid,
    answered_at         timestamptz,
    reason              text,
    check (cardinality(programme_ids) > 0 and cardinality(programme_ids) = cardinality(fund_ids)),
    check ((approved is null) = (answered_at is null))
);
comment on table proposal is 'What one person has proposed and another has to confirm';
comment on column proposal.subject_id is 'What the command is about: the import, the fund';
comment on column proposal.programme_ids is 'With fund_ids, place by place, what it concerns; null and null is the whole deployment';
comment on column proposal.content_hash is 'What an approval binds; it changes with what the proposal was made against';
comment on column proposal.content is 'Canonical JSON that the hash covers; null where the subject shows it';
comment on column proposal.approved is 'Null while nobody has answered';
comment on column proposal.reason is 'Of a rejection';

insert into proposal (proposal_id, command, subject_id, programme_ids, fund_ids, content_hash, maker_account, maker_person,
                      recorded_at, expires_at, approved, answered_by_account, answered_by_person, answered_at, reason)
select import_id, 'IMPORT', import_id, programme_ids, fund_ids, content_hash, maker_account, maker_person,
       recorded_at, expires_at, case when answered_at is not null then state = 'DONE' end,
       answered_by_account, answered_by_person, answered_at, reason
  from import where content_hash is not null;

alter table import
    drop column content_hash, drop column expires_at, drop column answered_by_account, drop column answered_by_person,
    drop column answered_at, drop column reason;
alter table import add check (state <> 'AWAITING_APPROVAL' or entries is not null);

create table fund_terms_change (
    proposal_id          uuid primary key references proposal,
    fund_id              uuid not null references fund,
    changes_cap          boolean not null,
    cap                  numeric(38,4),
    calendar             text,
    notice_business_days integer,
    call_basis           text,
    require_kyc          boolean,
    effective_date       date,
    reason               text
);
create index fund_terms_change_fund on fund_terms_change (fund_id);
comment on table fund_terms_change is 'What proposals would change in a fund''s terms; what is null stays as it is';
comment on column fund_terms_change.cap is 'In the fund''s base currency; null takes the cap away where the cap is changed';
comment on column fund_terms_change.effective_date is 'Null is the day of the approval';
comment on column fund_terms_change.reason is 'Why the change is proposed';

grant select, insert, update on proposal to ${service_role};
grant select, insert on fund_terms_change to ${service_role};
