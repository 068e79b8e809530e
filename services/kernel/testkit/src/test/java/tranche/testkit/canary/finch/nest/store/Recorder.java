package tranche.testkit.canary.finch.nest.store;

import tranche.testkit.canary.finch.nest.NestCommands;
import tranche.testkit.house.Breaks;

@Breaks("the room store knows what stands below it")
record Recorder(NestCommands known) {}
