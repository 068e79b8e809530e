package tranche.testkit.canary.values;

import tranche.testkit.canary.world.Sky;
import tranche.testkit.house.Breaks;

@Breaks("values imports the JDK and nothing else")
record Upward(Sky known) {}
