package tranche.testkit.canary.finch.nest.page;

import tranche.testkit.canary.flow.inbox.Pond;
import tranche.testkit.house.Breaks;

@Breaks("the room page knows what stands below it")
record Picture(Pond known) {}
