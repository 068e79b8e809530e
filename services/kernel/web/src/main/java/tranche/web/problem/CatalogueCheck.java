package tranche.web.problem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.values.decision.Refusal;

/**
 * Holds the catalogue equal to what code can raise. Each service's tests call {@link #missing} with its own enums of
 * refusals; whoever sees all of them calls {@link #unused}.
 */
public final class CatalogueCheck {

    private CatalogueCheck() {}

    /** Codes that can be raised and have no entry; in alphabetical order. */
    public static Set<String> missing(Problems catalogue, List<Class<? extends Enum<? extends Refusal>>> refusals) {
        Set<String> missing = codes(refusals);
        missing.removeAll(catalogue.codes());
        return missing;
    }

    /** Codes that have an entry and can be raised by none of the refusals; in alphabetical order. */
    public static Set<String> unused(Problems catalogue, List<Class<? extends Enum<? extends Refusal>>> refusals) {
        Set<String> unused = new TreeSet<>(catalogue.codes());
        unused.removeAll(codes(refusals));
        return unused;
    }

    private static Set<String> codes(List<Class<? extends Enum<? extends Refusal>>> refusals) {
        return refusals.stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Refusal) constant).code())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
