package tranche.testkit.canary.finch.nest.jobs;

import tranche.testkit.canary.engines.Mill;
import tranche.testkit.house.Breaks;

@Breaks("a service knows values, world, flow and web, and no other service")
record Miller(Mill known) {}
