-- Investors are reminded of what they have not paid before its day, once for each threshold.

alter table call_line add column reminded text;
alter table call_line_version add column reminded text;
comment on column call_line.reminded is 'The last reminder of its day that was told: FIVE_DAYS or ONE_DAY; null before the first';
comment on column call_line_version.reminded is 'The last reminder of its day that was told: FIVE_DAYS or ONE_DAY; null before the first';
