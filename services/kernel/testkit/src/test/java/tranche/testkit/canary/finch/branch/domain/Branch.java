package tranche.testkit.canary.finch.branch.domain;

import tranche.testkit.canary.finch.leaf.domain.Leaf;
import tranche.testkit.house.Breaks;

@Breaks("the features of a service form no cycle")
public record Branch(Leaf known) {}
