-- Language and zone are the recipient's alone, and by which channels a type is told the preferences' alone.

-- Where only one of the two was told otherwise than anybody is told, it counts; where both were, the recipient's does.
update recipient r
   set language = case when r.language = 'en' then lower(p.language) else r.language end,
       zone = case when r.zone = 'UTC' and p.time_zone <> 'Z' then p.time_zone else r.zone end
  from preference p
 where p.recipient_id = r.recipient_id;
alter table preference drop column language, drop column time_zone;

-- Of whom mail is turned off and nothing else is said: preferences that have had no event yet.
insert into preference (recipient_id, version, effective_date, recorded_at)
select recipient_id, 0, effective_date, recorded_at from recipient where mail_off <> ''
on conflict (recipient_id) do nothing;

-- A channel that the catalogue does not have for a type is none, so it does no harm here.
insert into preference_item (recipient_id, type, channels, digest)
select recipient_id, type, '{PORTAL,WEBHOOK}', 'NONE'
  from recipient, unnest(string_to_array(mail_off, ',')) as type
 where mail_off <> ''
on conflict (recipient_id, type) do update set channels = array_remove(preference_item.channels, 'EMAIL');
alter table recipient drop column mail_off;

comment on table preference is 'What recipients want; one that has said nothing has no row';
comment on column preference.quiet_from is 'A wall time in the zone of the recipient''s row';
comment on column preference.version is 'How many events it has: none where mail was turned off before preferences had events of it';
comment on column recipient.zone is 'By its IANA name: times in mails, quiet hours and mornings are meant in it';
