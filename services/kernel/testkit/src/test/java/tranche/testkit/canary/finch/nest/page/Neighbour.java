package tranche.testkit.canary.finch.nest.page;

import tranche.testkit.canary.wren.nest.domain.WrenEgg;
import tranche.testkit.house.Breaks;

@Breaks("a service knows values, world, flow and web, and no other service")
record Neighbour(WrenEgg known) {}
