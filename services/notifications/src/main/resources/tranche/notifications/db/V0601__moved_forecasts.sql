-- Which investors' forecasts a milestone has moved: a slip is told to those (MS-05).

create table forecast_moved (
    cause_id     uuid        not null,
    investor_id  uuid        not null,
    milestone_id uuid        not null,
    slip_days    integer     not null,
    recorded_at  timestamptz not null,
    primary key (cause_id, milestone_id, slip_days)
);
create index forecast_moved_milestone on forecast_moved (milestone_id, investor_id);
comment on table forecast_moved is 'Why calls that investors have to expect have moved, as the service of commitments has told';
comment on column forecast_moved.cause_id is 'Id of the event that told an investor of it';
comment on column forecast_moved.slip_days is 'How far the milestone was behind its baseline then: by this it is known which slip was meant';

grant select, insert on forecast_moved to ${service_role};
