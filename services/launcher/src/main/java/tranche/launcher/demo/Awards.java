package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tranche.launcher.demo.Step.Made;

/**
 * What the awards file becomes: programmes, a vehicle for each row with aid, the granting governments and the recipients,
 * the aid as the government's commitment and the announced investment as the recipient's. Nothing that the file lacks is
 * made up.
 */
final class Awards {

    static final String SOURCE_SYSTEM = "chips-awards";

    /** Countries that English names with an article. */
    private static final Set<String> WITH_ARTICLE = Set.of("US", "NL", "GB", "AE", "PH");

    private final List<AwardRow> rows;
    private final List<AwardRow> aided;

    Awards(List<AwardRow> rows) {
        this.rows = rows;
        this.aided = rows.stream().filter(row -> row.aid().isPresent()).toList();
    }

    List<Chain> programmes() {
        return first(rows, AwardRow::programme).stream()
                .map(row -> Chain.of(new Step(
                        programme(row),
                        MAKER,
                        "/programmes",
                        Fields.empty()
                                .put("name", row.programme())
                                .put("headlineCurrency", row.currency())
                                .day(opened(row.programme()))
                                .foreign(SOURCE_SYSTEM, row.programme())
                                .map())))
                .toList();
    }

    private Optional<KnownDay> opened(String programme) {
        return rows.stream()
                .filter(row -> row.programme().equals(programme))
                .flatMap(row -> row.first().stream())
                .min(KnownDay::compareTo);
    }

    List<Chain> funds() {
        return aided.stream()
                .map(row -> Chain.of(new Step(
                        fund(row),
                        MAKER,
                        "/funds",
                        Fields.empty()
                                .put("programmeId", new Made(programme(row)))
                                .put("name", row.recipient() + ": " + row.site())
                                .put("baseCurrency", row.currency())
                                .put("calendar", row.currency().equals("USD") ? "US" : "TARGET")
                                .put("unverified", row.isUnverified())
                                .put("sourceNote", note(row))
                                .day(row.first())
                                .foreign(SOURCE_SYSTEM, row.id())
                                .map())))
                .toList();
    }

    private static String note(AwardRow row) {
        String noted = row.notes().isEmpty() ? "" : "\nNotes: " + row.notes();
        return "Status: " + row.status() + noted + "\nSources: " + row.source();
    }

    List<Chain> investors() {
        Stream<Chain> governments = first(aided, AwardRow::country).stream()
                .map(row -> investor(government(row), "Government of " + country(row.country()), "GOVERNMENT", row));
        Stream<Chain> recipients =
                first(aided.stream().filter(Awards::announcesHere).toList(), Awards::recipient).stream()
                        .map(row -> investor(recipient(row), row.recipient(), "MANUFACTURER", row));
        return Stream.concat(governments, recipients).toList();
    }

    private static Chain investor(String key, String name, String kind, AwardRow row) {
        return Chain.of(new Step(
                key,
                MAKER,
                "/investors",
                Fields.empty()
                        .put("name", name)
                        .put("kind", kind)
                        .put("country", row.country())
                        .foreign(SOURCE_SYSTEM, key)
                        .map()));
    }

    private static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return WITH_ARTICLE.contains(code) ? "the " + name : name;
    }

    List<Chain> commitments() {
        List<Chain> chains = new ArrayList<>();
        for (AwardRow row : aided) {
            chains.add(row.standing() == Standing.AWARDED ? awarded(row) : applied(row));
            if (announcesHere(row)) {
                chains.add(announced(row));
            }
        }
        return chains;
    }

    /** The aid as a position that exists: somebody else granted it, here it is taken on. */
    private static Chain awarded(AwardRow row) {
        String key = grant(row);
        KnownDay date = row.decided().orElseThrow();
        return Chain.of(
                new Step(
                        key,
                        MAKER,
                        "/commitments/take-on",
                        Fields.empty()
                                .put("fundId", new Made(fund(row)))
                                .put("investorId", new Made(government(row)))
                                .money("amount", row.aid().orElseThrow(), row.currency())
                                .put("asOf", date.day())
                                .put("effectiveDatePrecision", date.precision())
                                .put("source", row.source())
                                .foreign(SOURCE_SYSTEM, key)
                                .map()),
                new Step(key + ":approval", CHECKER, "/commitments/{" + key + "}/take-on-approval", Map.of()));
    }

    /** The aid by its preliminary terms, and that they came to nothing. */
    private static Chain applied(AwardRow row) {
        String key = grant(row);
        List<Step> steps = new ArrayList<>();
        steps.add(draft(key, row, government(row), row.aid().orElseThrow(), row.preliminary()));
        steps.add(new Step(
                key + ":submission",
                MAKER,
                "/commitments/{" + key + "}/submission",
                Fields.empty()
                        .put("source", row.source())
                        .day(row.preliminary())
                        .map()));
        if (row.standing().isOver()) {
            steps.add(cancellation(key, row));
        }
        return new Chain(steps);
    }

    /** The recipient's own investment: announced, which binds nobody. It ends with the project, not with the aid. */
    private static Chain announced(AwardRow row) {
        String key = row.id() + ":capex";
        List<Step> steps = new ArrayList<>();
        steps.add(draft(key, row, recipient(row), row.capex().orElseThrow(), row.announced()));
        if (row.standing() == Standing.CANCELLED) {
            steps.add(cancellation(key, row));
        }
        return new Chain(steps);
    }

    private static Step draft(String key, AwardRow row, String investor, String amount, Optional<KnownDay> day) {
        Fields body = Fields.empty()
                .put("fundId", new Made(fund(row)))
                .put("investorId", new Made(investor))
                .money("amount", amount, row.currency())
                .day(day);
        day.ifPresent(known -> body.put("effectiveDatePrecision", known.precision()));
        return new Step(
                key, MAKER, "/commitments", body.foreign(SOURCE_SYSTEM, key).map());
    }

    private static Step cancellation(String key, AwardRow row) {
        return new Step(
                key + ":cancellation",
                MAKER,
                "/commitments/{" + key + "}/cancellation",
                Fields.empty()
                        .put("reason", row.status())
                        .day(Standing.cancelled(row.status()))
                        .map());
    }

    private static boolean announcesHere(AwardRow row) {
        return row.capex().isPresent() && row.capexCurrency().equals(row.currency());
    }

    static String programme(AwardRow row) {
        return "programme:" + row.programme();
    }

    private static String fund(AwardRow row) {
        return "fund:" + row.id();
    }

    private static String government(AwardRow row) {
        return "government:" + row.country();
    }

    private static String recipient(AwardRow row) {
        return "recipient:" + row.country() + ":" + row.recipient();
    }

    private static String grant(AwardRow row) {
        return row.id() + ":grant";
    }

    /** The first row of each group, in the file's order. */
    private static List<AwardRow> first(List<AwardRow> rows, Function<AwardRow, String> group) {
        Map<String, AwardRow> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.putIfAbsent(group.apply(row), row));
        return List.copyOf(groups.values());
    }
}
