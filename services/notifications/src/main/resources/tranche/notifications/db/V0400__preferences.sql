-- What recipients want to hear, how and when.

create table preference (
    recipient_id   uuid        primary key,
    language       text        not null,
    time_zone      text        not null,
    quiet_from     time,
    quiet_to       time,
    version        bigint      not null,
    effective_date date        not null,
    recorded_at    timestamptz not null,
    check ((quiet_from is null) = (quiet_to is null))
);
comment on table preference is 'What recipients want; one that has said nothing has no row';
comment on column preference.time_zone is 'By its IANA name: quiet hours are wall times in it';
comment on column preference.quiet_to is 'Of the next day where it is not after quiet_from';

create table preference_item (
    recipient_id uuid   not null references preference,
    type         text   not null,
    channels     text[] not null,
    digest       text   not null,
    primary key (recipient_id, type)
);
comment on table preference_item is 'How a recipient wants to hear of a type; types without a row are told as the catalogue has them';
comment on column preference_item.channels is 'None where the type is muted';

alter table alert add column channels text[];
alter table alert add column send_at timestamptz;
update alert set channels = '{PORTAL}', send_at = created_at;
alter table alert alter column channels set not null;
alter table alert alter column send_at set not null;
comment on column alert.channels is 'How its recipient wanted to hear of it when it was raised; it is listed where PORTAL is among them';
comment on column alert.send_at is 'From when on it may be sent: the end of its recipient''s quiet hours, or the time of the next digest';

grant select, insert, update on preference to ${service_role};
grant select, insert, delete on preference_item to ${service_role};
