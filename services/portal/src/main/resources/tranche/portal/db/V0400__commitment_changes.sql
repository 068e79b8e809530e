-- What an amendment or a transfer changed of a commitment, and the commitment at the other end of a transfer.

alter table raise_change
    add column amount_before    numeric(38,4),
    add column other_commitment uuid;
comment on column raise_change.amount_before is 'What was committed before an amendment or a transfer, where amount is what was after it; null for all else';
comment on column raise_change.other_commitment is 'The commitment that came of this one, or of which this one came; null for all else';
