-- What a notice says of the milestones that it rests on: the project by its name, and the hash of each piece of evidence.

alter table site add column name text;
comment on column site.name is 'Of the project; null of one that was told before names were kept';

alter table milestone_fact add column evidence jsonb not null default '[]';
comment on column milestone_fact.evidence is 'SHA-256 of each piece of evidence upon which it was verified; empty unless it is';
