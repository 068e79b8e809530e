package tranche.testkit.canary.finch.nest.jobs;

import tranche.testkit.canary.finch.nest.api.Chirp;
import tranche.testkit.house.Breaks;

@Breaks("the room jobs knows what stands below it")
record Caller(Chirp known) {}
