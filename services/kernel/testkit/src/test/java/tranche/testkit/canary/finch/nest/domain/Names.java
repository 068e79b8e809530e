package tranche.testkit.canary.finch.nest.domain;

import tranche.testkit.house.Breaks;

/** None of these names says what a thing is. */
final class Names {

    private Names() {}

    @Breaks("a class's name says what it is")
    record EggManager() {}

    @Breaks("a class's name says what it is")
    record EggHelper() {}

    @Breaks("a class's name says what it is")
    record EggUtil() {}

    @Breaks("a class's name says what it is")
    record EggImpl() {}

    @Breaks("a class's name says what it is")
    record EggData() {}

    @Breaks("a class's name says what it is")
    record EggInfo() {}

    @Breaks("a class's name says what it is")
    record AbstractEgg() {}
}
