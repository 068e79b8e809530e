package tranche.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.values.decision.Refusal;

/**
 * A request that is answered with a problem document. It is thrown by what stands around a decision; a decision itself
 * returns its refusal as a value.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Members of a problem document that no fact may take. */
    private static final Set<String> TAKEN =
            Set.of("type", "title", "status", "detail", "instance", "code", "remedy", "errors");

    private final String code;
    private final transient Map<String, Object> facts;
    private final transient List<Finding> findings;
    private final transient Optional<Duration> retryAfter;

    private Problem(String code, Map<String, Object> facts, List<Finding> findings, Optional<Duration> retryAfter) {
        super(code, null, false, false);
        if (facts.keySet().stream().anyMatch(TAKEN::contains)) {
            throw new IllegalArgumentException("a fact of " + code + " has the name of a problem's own member");
        }
        this.code = code;
        this.facts = Map.copyOf(facts);
        this.findings = List.copyOf(findings);
        this.retryAfter = retryAfter;
    }

    public static Problem of(Refusal refusal) {
        return of(refusal, Map.of());
    }

    /**
     * @param facts become members of the document and fill the catalogue's sentences; texts, ids, money, dates, numbers
     *     and lists of these, never a person's name
     */
    public static Problem of(Refusal refusal, Map<String, Object> facts) {
        return new Problem(refusal.code(), facts, List.of(), Optional.empty());
    }

    /** All that is wrong with the values of a request (422). */
    public static Problem validation(List<Finding> findings) {
        return new Problem(RequestRefusal.VALIDATION.code(), Map.of(), findings, Optional.empty());
    }

    /** No such object, or none that the caller may see: the two are told with the same words (404). */
    public static Problem notFound() {
        return of(RequestRefusal.NOT_FOUND);
    }

    /** The same request may succeed later. */
    public static Problem later(Refusal refusal, Duration retryAfter) {
        return later(refusal, Map.of(), retryAfter);
    }

    /** The same, with facts. */
    public static Problem later(Refusal refusal, Map<String, Object> facts, Duration retryAfter) {
        return new Problem(refusal.code(), facts, List.of(), Optional.of(retryAfter));
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** In the order in which they were found; empty but for a validation problem. */
    public List<Finding> findings() {
        return findings;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
