-- Who drafted a call that waits is asked for with every look at what waits.

create index raise_change_drafted_call on raise_change (about) where kind = 'CAPITAL_CALL_DRAFTED';
