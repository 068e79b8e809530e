package tranche.values.decision;

import java.util.Locale;

/**
 * Why the rules say no: a finding, named once, with its words in {@code schemas/problems.yaml}.
 *
 * <p>Each feature has one enum of refusals in the order in which they are told: where several hold, the first is told
 * (unknown, four eyes, forbidden, version, state, values: the order of refusals of the API contract).
 */
public interface Refusal {

    /** The constant's name, for instance {@code FUND_CAP_EXCEEDED}. */
    String name();

    /** The problem's code in the catalogue: the name in kebab case, for instance {@code fund-cap-exceeded}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the caller may not do, or not even see, what is asked: told before all else that is known of the request. */
    default boolean isOfRights() {
        return switch (code()) {
            case "not-found", "four-eyes", "forbidden" -> true;
            default -> false;
        };
    }
}
