package tranche.web.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;

/** What was found wrong so far, shared by all parts of one body. */
final class Findings {

    /** A file of nothing but errors must not make an answer larger than itself; the first hundred show the pattern. */
    private static final int MOST = 100;

    private final List<Finding> found = new ArrayList<>();

    void add(String pointer, String code, Map<String, Object> facts) {
        if (found.size() < MOST) {
            found.add(Finding.at(pointer, code, facts));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void check() {
        if (!found.isEmpty()) {
            throw Problem.validation(found);
        }
    }
}
