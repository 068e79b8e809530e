package tranche.testkit.canary.world;

import tranche.testkit.canary.flow.Brook;
import tranche.testkit.house.Breaks;

@Breaks("world knows values and nothing above itself")
record Upward(Brook known) {}
