package tranche.testkit.canary.flow;

import tranche.testkit.canary.web.Thicket;
import tranche.testkit.house.Breaks;

@Breaks("flow knows values and world and nothing above itself")
record Upward(Thicket known) {}
