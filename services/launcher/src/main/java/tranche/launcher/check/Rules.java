package tranche.launcher.check;

import java.util.Map;
import java.util.Optional;

/** The rules that can be checked, by kind: what stands before the first hyphen of an example's id. */
final class Rules {

    private static final Map<String, Rule> BY_KIND = Map.of(
            "alloc", SharingRules::total,
            "call", SharingRules::components,
            "daycount", DayCountRules::fractions,
            "eyes", FourEyesRules::allowed,
            "lei", IdentifierRules::legalEntities,
            "chain", JournalRules::chain,
            "asof", JournalRules::balances,
            "cal", PlanRules::days,
            "slip", PlanRules::plan,
            "band", PlanRules::band);

    private Rules() {}

    /** The rule of a kind; empty where the product has none. */
    static Optional<Rule> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
