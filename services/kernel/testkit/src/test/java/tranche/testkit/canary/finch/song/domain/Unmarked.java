package tranche.testkit.canary.finch.song.domain;

import tranche.testkit.house.Breaks;

/** Its package has no package-info. */
@Breaks("every package is null-marked in its package-info")
final class Unmarked {}
