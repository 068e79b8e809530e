package tranche.testkit.canary.finch.nest.attic;

import tranche.testkit.house.Breaks;

@Breaks("a feature has no rooms but api, page, reactions, jobs, store, events and domain")
final class Dust {}
