-- Owners of endpoints are told of these when they fail: what is told to one account alone, whatever it holds grants for.

alter table notice add column account_id uuid;
comment on column notice.account_id is 'Whom alone it is told, being about what is that account''s own; null where grants say whom';

alter table webhook_endpoint add column warned boolean not null default false;
comment on column webhook_endpoint.warned is 'Whether it was told that it has not answered for an hour; false again once it answers';
