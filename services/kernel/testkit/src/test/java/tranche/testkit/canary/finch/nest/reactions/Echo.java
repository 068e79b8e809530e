package tranche.testkit.canary.finch.nest.reactions;

import tranche.testkit.canary.finch.nest.api.Chirp;
import tranche.testkit.house.Breaks;

@Breaks("the room reactions knows what stands below it")
record Echo(Chirp known) {}
