-- Forecasts of funds' calls, as they were told last: of each fund as a whole, and of each investor in it.

create table tranche_timetable (
    tranche_id     uuid primary key references tranche,
    fund_id        uuid not null,
    conditions_met date not null,
    issue          date not null,
    due            date not null
);
create index tranche_timetable_fund on tranche_timetable (fund_id);
comment on table tranche_timetable is 'When the calls of waiting tranches are to be expected; no row of one that is not';

create table forecast (
    forecast_id    uuid        primary key,
    programme_id   uuid        not null,
    fund_id        uuid        not null references fund,
    investor_id    uuid,
    version        bigint      not null,
    effective_date date        not null,
    recorded_at    timestamptz not null
);
create index forecast_fund on forecast (fund_id);
create index forecast_investor on forecast (investor_id) where investor_id is not null;
comment on table forecast is 'Whose forecasts have been told, and which version of them last';
comment on column forecast.investor_id is 'Null for the fund as a whole';

create table forecast_row (
    forecast_id     uuid not null references forecast,
    tranche_id      uuid not null references tranche,
    currency        text not null,
    previous_due    date,
    previous_amount numeric(38,4) check (previous_amount > 0),
    due             date,
    amount          numeric(38,4) check (amount > 0),
    change          text  not null,
    causes          jsonb not null,
    primary key (forecast_id, tranche_id),
    check ((previous_due is null) = (previous_amount is null)),
    check ((due is null) = (amount is null)),
    check (due is not null or previous_due is not null)
);
comment on table forecast_row is 'What became of each tranche when its forecast was told last; those that were taken out then are the rows without a day';

grant select, insert, update, delete on tranche_timetable, forecast_row to ${service_role};
grant select, insert, update on forecast to ${service_role};
