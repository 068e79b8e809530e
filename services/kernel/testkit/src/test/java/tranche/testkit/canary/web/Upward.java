package tranche.testkit.canary.web;

import tranche.testkit.canary.finch.nest.domain.Egg;
import tranche.testkit.house.Breaks;

@Breaks("web knows values, world and flow and no service")
record Upward(Egg known) {}
