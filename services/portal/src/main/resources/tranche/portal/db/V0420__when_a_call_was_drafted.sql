-- When a call was drafted stands on its page, so what happened to one thing is found by it.
create index raise_change_about on raise_change (about) where about is not null;
