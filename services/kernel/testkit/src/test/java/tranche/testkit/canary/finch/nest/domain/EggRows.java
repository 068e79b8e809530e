package tranche.testkit.canary.finch.nest.domain;

import tranche.testkit.house.Breaks;

@Breaks("an ending names the room")
record EggRows() {}
