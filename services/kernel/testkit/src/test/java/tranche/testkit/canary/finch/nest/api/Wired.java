package tranche.testkit.canary.finch.nest.api;

import tranche.Money;
import tranche.testkit.house.Breaks;

@Breaks("the wire's records are spoken in events, reactions and flow")
record Wired(Money known) {}
