package tranche.web.paging;

import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.values.register.AsOf;
import tranche.web.body.Forms;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * The parameters of a request, read one by one; whatever is wrong is collected. Read all that the list knows, then
 * {@link #check}, then use them: a parameter that nobody read is a finding, too.
 */
public final class ListQuery {

    /** The contract's largest page: what is answered in one piece. */
    public static final int MOST = 500;

    private static final int USUAL = 50;

    /** Of a filter by a text. */
    private static final int MOST_CHARACTERS = 200;

    private static final Set<String> AS_OF = Set.of("asOf", "knownAt");

    private final String list;
    private final Map<String, List<String>> given;
    private final Set<String> read = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private ListQuery(String list, Map<String, List<String>> given) {
        this.list = list;
        this.given = given;
    }

    public static ListQuery of(HttpRequest<?> request) {
        return new ListQuery(request.getPath(), request.getParameters().asMap());
    }

    /**
     * Ends the reading.
     *
     * @throws Problem {@code as-of-not-supported} where a point in time was given that nobody asked for, else
     *     {@code validation} with all findings
     */
    public void check() {
        if (given.keySet().stream().anyMatch(name -> AS_OF.contains(name) && !read.contains(name))) {
            throw Problem.of(RequestRefusal.AS_OF_NOT_SUPPORTED);
        }
        given.keySet().stream()
                .filter(name -> !read.contains(name))
                .sorted()
                .forEach(name -> find(name, "unknown-parameter", Map.of()));
        if (!findings.isEmpty()) {
            throw Problem.validation(findings);
        }
    }

    /** How many rows a page has, 1 to 500; 50 where the caller does not say. */
    public int limit() {
        return value("limit", "wrong-type", Map.of("expected", "integer"), ListQuery::number)
                .filter(number -> within("limit", number, 1, MOST))
                .orElse(USUAL);
    }

    /** How many rows a page has where the caller says so; empty where it does not, and the list is short by nature. */
    public Optional<Integer> optionalLimit() {
        return given.containsKey("limit") ? Optional.of(limit()) : Optional.empty();
    }

    /**
     * Where the page before ended: the ordering values of its last row, as {@link #page} was given them.
     *
     * @param values how many there are
     */
    public Optional<List<String>> after(int values) {
        return value("after", "invalid-cursor", Map.of(), text -> Cursor.parse(list, values, text))
                .map(Cursor::values);
    }

    /** Where the page before ended, in a list that is ordered by id alone. */
    public Optional<UUID> afterId() {
        return value(
                "after",
                "invalid-cursor",
                Map.of(),
                text -> Cursor.parse(list, 1, text)
                        .flatMap(cursor -> Forms.uuid(cursor.values().getFirst())));
    }

    /** Where the page before ended, in a list that is ordered by a sequence. */
    public Optional<Long> afterCount() {
        return afterCounts(1).map(List::getFirst);
    }

    /**
     * Where the page before ended, in a list that is ordered by several numbers.
     *
     * @param values how many there are
     */
    public Optional<List<Long>> afterCounts(int values) {
        return value(
                "after",
                "invalid-cursor",
                Map.of(),
                text -> Cursor.parse(list, values, text).flatMap(cursor -> counts(cursor.values())));
    }

    /**
     * A page.
     *
     * @param rows up to one more than {@code limit}: the one too many says that there is a next page
     * @param place a row's ordering values
     */
    public <T> Page<T> page(List<T> rows, int limit, Function<T, List<String>> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(new Cursor(list, place.apply(items.getLast())).text()));
    }

    public Optional<UUID> uuid(String name) {
        return value(name, "not-a-uuid", Map.of(), Forms::uuid);
    }

    public Optional<LocalDate> date(String name) {
        return value(name, "not-a-date", Map.of(), Forms::date);
    }

    public Optional<String> text(String name) {
        return value(
                        name,
                        "too-long",
                        Map.of("max", MOST_CHARACTERS),
                        text -> text.length() <= MOST_CHARACTERS ? Optional.of(text) : Optional.empty())
                .filter(text -> fit(name, text));
    }

    private boolean fit(String name, String text) {
        boolean fit = text.chars().noneMatch(Character::isISOControl);
        if (!fit) {
            find(name, "unfit-character", Map.of());
        }
        return fit;
    }

    /** True or false; false where it is not given. */
    public boolean flag(String name) {
        return value(name, "wrong-type", Map.of("expected", "boolean"), text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.<Boolean>empty();
                })
                .orElse(false);
    }

    /** A constant by its name. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String allowed = String.join(", ", constants.stream().map(Enum::name).toList());
        return value(
                name,
                "not-one-of",
                Map.of("allowed", allowed),
                text -> constants.stream()
                        .filter(constant -> constant.name().equals(text))
                        .findFirst());
    }

    /** A number that a place in a log has: a sequence, for instance. */
    public Optional<Long> count(String name) {
        return value(name, "wrong-type", Map.of("expected", "integer"), ListQuery::large);
    }

    /** Which service is asked: the front door has read it already, so it can only be this one. */
    public void service(String own) {
        value(
                "service",
                "not-one-of",
                Map.of("allowed", own),
                text -> Optional.of(text).filter(own::equals));
    }

    /** The point in time that the read looks at. */
    public AsOf asOf() {
        return new AsOf(
                value("asOf", "not-a-date", Map.of(), Forms::date),
                value("knownAt", "not-an-instant", Map.of(), Forms::instant));
    }

    /** Adds a finding of the caller's own. */
    public void find(String name, String code, Map<String, Object> facts) {
        findings.add(Finding.parameter(name, code, facts));
    }

    /** Says that a parameter is needed where it was not given; of one that was given and is wrong enough is said already. */
    public void need(String name) {
        if (given.getOrDefault(name, List.of()).isEmpty()) {
            find(name, "required", Map.of());
        }
    }

    private <T> Optional<T> value(
            String name, String code, Map<String, Object> facts, Function<String, Optional<T>> parser) {
        read.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            find(name, "duplicate-field", Map.of());
            return Optional.empty();
        }
        Optional<T> parsed = parser.apply(values.getFirst());
        if (parsed.isEmpty()) {
            find(name, code, facts);
        }
        return parsed;
    }

    private boolean within(String name, int number, int min, int max) {
        if (number < min) {
            find(name, "below-minimum", Map.of("min", min));
        } else if (number > max) {
            find(name, "above-maximum", Map.of("max", max));
        }
        return number >= min && number <= max;
    }

    private static Optional<Integer> number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<List<Long>> counts(List<String> texts) {
        List<Long> counts = texts.stream().flatMap(text -> large(text).stream()).toList();
        return counts.size() == texts.size() ? Optional.of(counts) : Optional.empty();
    }

    private static Optional<Long> large(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
