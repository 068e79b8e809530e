-- A balance is a sum of amounts, each of which may have as many digits as an amount can have: the sum needs room for more.
alter table balance alter column amount type numeric(54,4);
