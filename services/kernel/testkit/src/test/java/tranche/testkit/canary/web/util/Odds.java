package tranche.testkit.canary.web.util;

import tranche.testkit.house.Breaks;

@Breaks("a package's name says what is in it")
final class Odds {}
