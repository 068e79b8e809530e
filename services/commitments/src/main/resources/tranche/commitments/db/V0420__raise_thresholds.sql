-- How much of a programme's target is committed is told once for each threshold.

alter table programme add column threshold_told integer check (threshold_told in (25, 50, 75, 100));
alter table programme_version add column threshold_told integer check (threshold_told in (25, 50, 75, 100));
comment on column programme.threshold_told is 'The highest share of the target, in percent, that was told to be committed; null before the first';
comment on column programme_version.threshold_told is 'The highest share of the target, in percent, that was told to be committed; null before the first';
