package tranche.launcher.check;

import java.util.Map;
import java.util.Optional;

/** The rules that can be checked, by kind: what stands before the first hyphen of an example's id. */
final class Rules {

    private static final Map<String, Rule> BY_KIND = Map.ofEntries(
            entry("alloc", SharingRules::total),
            entry("call", SharingRules::components),
            entry("daycount", DayCountRules::fractions),
            entry("eyes", FourEyesRules::allowed),
            entry("lei", IdentifierRules::legalEntities),
            entry("chain", JournalRules::chain),
            entry("asof", JournalRules::balances),
            entry("cal", PlanRules::days),
            entry("slip", PlanRules::plan),
            entry("band", PlanRules::band),
            entry("id", TrancheRules::callIds),
            entry("gate", TrancheRules::states),
            entry("fcst", ForecastRules::calls),
            entry("quiet", WallTimeRules::quiet),
            entry("digest", WallTimeRules::digests));

    private Rules() {}

    private static Map.Entry<String, Rule> entry(String kind, Rule rule) {
        return Map.entry(kind, rule);
    }

    /** The rule of a kind; empty where the product has none. */
    static Optional<Rule> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
