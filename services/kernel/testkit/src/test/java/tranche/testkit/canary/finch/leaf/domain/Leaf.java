package tranche.testkit.canary.finch.leaf.domain;

import tranche.testkit.canary.finch.branch.domain.Branch;
import tranche.testkit.house.Breaks;

@Breaks("the features of a service form no cycle")
public record Leaf(Branch known) {}
