package tranche.testkit.canary.launcher;

import tranche.testkit.canary.testkit.Feeder;
import tranche.testkit.house.Breaks;

@Breaks("the testkit is for tests")
record Tester(Feeder known) {}
