-- What the last run through a plan has given. It can be made again from the milestones at any time, so no versions are kept.

create table plan (
    project_id uuid primary key references project,
    data_date  date not null
);
comment on table plan is 'Plans that were run through';
comment on column plan.data_date is 'Day of the last run, in the project''s zone: what had not begun by then cannot begin before';

create table plan_position (
    milestone_id     uuid    primary key references milestone,
    project_id       uuid    not null references project,
    calendar         text    not null,
    duration_days    integer not null,
    early_start      date    not null,
    early_finish     date    not null,
    late_start       date,
    late_finish      date,
    total_float_days integer,
    critical         boolean not null,
    driver_id        uuid,
    check ((late_start is null) = (late_finish is null)),
    check ((late_start is null) = (total_float_days is null))
);
create index plan_position_project on plan_position (project_id, milestone_id);
comment on table plan_position is 'Where the milestones that are in a plan stand by its last run';
comment on column plan_position.calendar is 'Name of the calendar that it is counted by, for instance US-AZ';
comment on column plan_position.early_finish is 'Its forecast, or the day on which it was achieved';
comment on column plan_position.late_start is 'Null, as late_finish and total_float_days are, once it is achieved';
comment on column plan_position.total_float_days is 'Working days that it may be later without moving the end of all that it hangs together with';
comment on column plan_position.driver_id is 'The predecessor that gives it its start; null where none does';

create index milestone_due on milestone (current_baseline, milestone_id)
    where state in ('PLANNED', 'IN_PROGRESS', 'REJECTED') and due_soon_told is distinct from current_baseline;

create index milestone_passed on milestone (forecast, project_id)
    where state not in ('ACHIEVED', 'WAIVED', 'REMOVED', 'SUPERSEDED');

grant select, insert, update on plan to ${service_role};
grant select, insert, update, delete on plan_position to ${service_role};
