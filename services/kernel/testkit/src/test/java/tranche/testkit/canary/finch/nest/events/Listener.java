package tranche.testkit.canary.finch.nest.events;

import tranche.testkit.canary.finch.nest.store.Twigs;
import tranche.testkit.house.Breaks;

@Breaks("the room events knows what stands below it")
record Listener(Twigs known) {}
