package tranche.testkit.canary.finch.nest;

import tranche.testkit.canary.finch.nest.api.Chirp;
import tranche.testkit.house.Breaks;

@Breaks("the room front door knows what stands below it")
record Doorway(Chirp known) {}
