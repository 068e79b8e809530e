package tranche.testkit.canary.finch.nest.api;

import tranche.testkit.canary.finch.nest.events.NestAvro;
import tranche.testkit.house.Breaks;

@Breaks("the room api knows what stands below it")
record Recording(NestAvro known) {}
