-- Confirmation mails of the last day: nobody fills a stranger's mailbox with them.

create table address_asked (
    recipient_id uuid        not null,
    mark         text        not null,
    asked_at     timestamptz not null
);
create index address_asked_recipient on address_asked (recipient_id);
create index address_asked_mark on address_asked (mark);
comment on table address_asked is 'When it was asked by mail whose an address is: what counts for the limits, older rows go with the next of the same';
comment on column address_asked.recipient_id is 'Whose address it is said to be';
comment on column address_asked.mark is 'Keyed hash of the address, as in recipient.address_mark';

grant select, insert, delete on address_asked to ${service_role};
