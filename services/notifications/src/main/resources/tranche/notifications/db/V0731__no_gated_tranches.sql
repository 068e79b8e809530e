-- Which tranches rest on a milestone is told by the events about it: the service of milestones knows.

drop table gated_tranche;
