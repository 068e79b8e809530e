-- What one slip has moved is mailed together, in the room of what is wanted together.

comment on column delivery.digest is 'Of a mail that gathers alerts, which one of its recipient''s it is: of an hour, a day or a week, or of a slip, SLIP with the correlation of its events and a number from 1; at most one of each';
comment on table digest_item is 'Alerts that are mailed together with others, instead of each by itself: as their recipient wants, or because one slip has raised them';
