package tranche.testkit.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * All rules of a house. The launcher's tests hold them over all that is shipped; for each there is a canary, a class of
 * the testkit's tests that breaks it on purpose, for a rule with a misspelt package passes for years.
 */
public final class HouseRules {

    private HouseRules() {}

    /** Each has a sentence of its own as its description. */
    public static List<ArchRule> of(House house) {
        return Stream.of(
                        PartRules.of(house),
                        RoomRules.of(house),
                        LibraryRules.of(house),
                        SeamRules.of(house),
                        NameRules.of(house))
                .flatMap(List::stream)
                .toList();
    }
}
