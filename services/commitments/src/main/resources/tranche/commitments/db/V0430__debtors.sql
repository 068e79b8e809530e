-- From which accounts a fund has been paid, and for whom: what comes from an account that is known for one investor is proposed.

create index receipt_debtor on receipt (fund_id, debtor_account) where matches <> '[]';
