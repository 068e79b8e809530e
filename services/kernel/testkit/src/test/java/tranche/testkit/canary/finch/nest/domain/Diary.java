package tranche.testkit.canary.finch.nest.domain;

import java.io.Writer;
import tranche.testkit.house.Breaks;

@Breaks("a decision knows values alone")
record Diary(Writer known) {}
