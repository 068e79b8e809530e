package tranche.testkit.canary.engines;

import tranche.testkit.canary.web.Thicket;
import tranche.testkit.house.Breaks;

@Breaks("the engines know values and world alone")
record Upward(Thicket known) {}
