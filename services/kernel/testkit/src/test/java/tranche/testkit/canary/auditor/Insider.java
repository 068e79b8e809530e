package tranche.testkit.canary.auditor;

import tranche.testkit.canary.values.Seed;
import tranche.testkit.house.Breaks;

@Breaks("the auditor shares no code with what it checks")
record Insider(Seed known) {}
