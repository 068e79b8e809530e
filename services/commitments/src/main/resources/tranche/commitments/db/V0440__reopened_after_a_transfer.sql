-- What the bank takes back of a line whose commitment went over since is owed by the line's investor, beside any commitment.
alter table call_line add column after_transfer boolean not null default false;
alter table call_line_version add column after_transfer boolean not null default false;
comment on column call_line.after_transfer is
    'Whether it was opened again after its commitment went over: no commitment''s paid moves with it any more';
comment on column call_line_version.after_transfer is
    'Whether it was opened again after its commitment went over: no commitment''s paid moves with it any more';
