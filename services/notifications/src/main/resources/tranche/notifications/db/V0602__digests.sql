-- What can wait and is wanted together is mailed together.

alter table delivery add column digest text;
comment on column delivery.digest is 'Of a mail that gathers alerts, which one it is of its recipient''s: its hour, day or week; at most one of each';

create table digest_item (
    alert_id    uuid primary key references alert,
    delivery_id uuid not null references delivery
);
create index digest_item_delivery on digest_item (delivery_id);
comment on table digest_item is 'Alerts that are mailed together with others, instead of each by itself';

grant select, insert on digest_item to ${service_role};
