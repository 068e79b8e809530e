-- Who holds a commitment, and not only had one once: an investor that has given the whole away is called for nothing.

create table commitment_of (
    commitment_id uuid    primary key,
    fund_id       uuid    not null,
    investor_id   uuid    not null,
    is_held       boolean not null
);
create index commitment_of_fund on commitment_of (fund_id, investor_id) where is_held;
comment on table commitment_of is 'Commitments as the service of commitments has told of them';
comment on column commitment_of.is_held is 'False once it was cancelled or the whole of it went over to another investor';

grant select, insert, update on commitment_of to ${service_role};

-- What was told before is read again from the beginning; what is kept of it already stays as it is.
delete from dead_letter where consumer = 'subject';
delete from inbox_mark where consumer = 'subject';
delete from inbox_offset where consumer = 'subject';
