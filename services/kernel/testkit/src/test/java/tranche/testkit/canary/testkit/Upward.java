package tranche.testkit.canary.testkit;

import tranche.testkit.canary.finch.nest.domain.Egg;
import tranche.testkit.house.Breaks;

@Breaks("the testkit knows no service")
record Upward(Egg known) {}
