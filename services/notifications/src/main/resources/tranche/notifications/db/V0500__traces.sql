-- What leaves the house is told under the trace of the command that began it all.

create table notice_trace (
    notice_id      uuid primary key references notice,
    correlation_id uuid not null,
    traceparent    text
);
comment on table notice_trace is 'Of which first command a notice is a consequence';
comment on column notice_trace.traceparent is 'W3C Trace Context, as the event came with it';

grant select, insert on notice_trace to ${service_role};
