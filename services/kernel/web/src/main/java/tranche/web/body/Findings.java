package tranche.web.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;

/** What was found wrong so far, shared by all parts of one body. */
final class Findings {

    /** A file of nothing but errors must not make an answer larger than itself; the first hundred show the pattern. */
    private static final int MOST = 100;

    /** What a field names, and whether it is there for the caller. */
    private record Reference(String pointer, BooleanSupplier isThere) {}

    private final List<Finding> found = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    void add(String pointer, String code, Map<String, Object> facts) {
        if (found.size() < MOST) {
            found.add(Finding.at(pointer, code, facts));
        }
    }

    /** A reference is looked up only beside something wrong: of a body that is right, the decision asks. */
    void refer(String pointer, BooleanSupplier isThere) {
        references.add(new Reference(pointer, isThere));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void check() {
        if (!found.isEmpty()) {
            references.stream()
                    .filter(this::leadsNowhere)
                    .toList()
                    .forEach(reference -> add(reference.pointer(), "unknown-reference", Map.of()));
            throw Problem.validation(found);
        }
    }

    /** What cannot be read names nothing that could be missing. */
    private boolean leadsNowhere(Reference reference) {
        return found.stream().noneMatch(finding -> reference.pointer().equals(finding.where()))
                && !reference.isThere().getAsBoolean();
    }
}
