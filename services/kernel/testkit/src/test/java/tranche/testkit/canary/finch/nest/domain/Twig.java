package tranche.testkit.canary.finch.nest.domain;

import tranche.testkit.canary.finch.nest.store.Twigs;
import tranche.testkit.house.Breaks;

@Breaks("the room domain knows what stands below it")
record Twig(Twigs known) {}
