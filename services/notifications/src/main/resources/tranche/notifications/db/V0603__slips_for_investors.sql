-- Slips that were kept before investors were told of any: those of whom it is heard that a slip moved their calls are told of it.

update notice
   set roles = array_append(roles, 'INVESTOR'),
       readers = case when 'INVESTOR' = any(readers) then readers else array_append(readers, 'INVESTOR') end
 where type = 'MS_05' and not 'INVESTOR' = any(roles);

comment on column alert.send_at is 'From when on it may be sent by itself: the end of its recipient''s quiet hours; what gathers it for a mail has a time of its own';
