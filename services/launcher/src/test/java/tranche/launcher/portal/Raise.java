package tranche.launcher.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Raises made over the API, as anybody would make them: the manager makes, the approver accepts. */
final class Raise {

    static final String MANAGER = "fund-manager";
    static final String APPROVER = "approver";

    /** Names as hostile as a form can carry them: markup, and what a spreadsheet would compute. */
    static final String MARKUP = "<img src=x onerror=alert(1)><b>Foundry</b>";

    static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"Supplier\")";
    static final String LONG =
            "Semiconductor Manufacturing and Advanced Packaging Consortium of the Northern Prefectures (Holding)"
                    + " Company";

    private static final Deployment DEPLOYMENT = Deployment.running();

    private static final Raise HORIZON = new Raise();

    final String programme;
    final String logic;
    final String breadth;

    /** Consents to be named; {@link #silent} does not. */
    final String named;

    final String silent;
    final String submitted;
    final String closed;

    /**
     * A programme of 7,000 billion dollars that no test changes: 660 billion committed, of which 50 are called and 30
     * paid; 40 accepted; 83 indicated, of which 20 are submitted and 63 are drafts of one billion each.
     */
    static Raise horizon() {
        return HORIZON;
    }

    private Raise() {
        programme = programme("Horizon", "7000000000000.00");
        logic = fund(programme, "Leading-Edge Logic Fund");
        breadth = fund(programme, "Breadth Fund");
        named = investor("Sovereign fund A", "SOVEREIGN_FUND", true);
        silent = investor("Pension institution B", "FINANCIAL_INSTITUTION", false);
        closed = accepted(logic, named, "400000000000.00");
        String second = accepted(logic, silent, "160000000000.00");
        accepted(logic, investor("Energy supplier D", "ENERGY_SUPPLIER", false), "40000000000.00");
        submitted = submitted(logic, investor("Government E", "GOVERNMENT", false), "20000000000.00");
        close(logic, closed, second);
        takeOn(logic, investor("Manufacturer C", "MANUFACTURER", false));
        for (int i = 1; i <= 60; i++) {
            draft(breadth, investor("Development bank %02d".formatted(i), "DEVELOPMENT_BANK", false), "1000000000.00");
        }
        for (String hostile : List.of(MARKUP, FORMULA, LONG)) {
            draft(breadth, investor(hostile, "OTHER", false), "1000000000.00");
        }
    }

    static String programme(String name, String target) {
        return id(DEPLOYMENT.post(
                MANAGER,
                "/programmes",
                Map.of(
                        "name",
                        name,
                        "headlineCurrency",
                        "USD",
                        "target",
                        usd(target),
                        "targetSource",
                        "Press reports, not confirmed by the parties",
                        "sample",
                        true)));
    }

    static String fund(String programme, String name) {
        return id(DEPLOYMENT.post(
                MANAGER,
                "/funds",
                Map.of("programmeId", programme, "name", name, "baseCurrency", "USD", "calendar", "US")));
    }

    /** A fund that takes only investors whose checks are cleared. */
    static String strictFund(String programme, String name) {
        return fund(programme, name, Map.of("requireKyc", true));
    }

    /** A fund with terms of its own. */
    static String fund(String programme, String name, Map<String, ?> terms) {
        return id(DEPLOYMENT.post(
                MANAGER,
                "/funds",
                Map.of(
                        "programmeId",
                        programme,
                        "name",
                        name,
                        "baseCurrency",
                        "USD",
                        "calendar",
                        "US",
                        "terms",
                        terms)));
    }

    /** An investor of which nothing was checked. */
    static String unchecked(String name) {
        return id(DEPLOYMENT.post(MANAGER, "/investors", Map.of("name", name, "kind", "OTHER", "country", "CA")));
    }

    static void clear(String investor) {
        DEPLOYMENT.post(MANAGER, "/investors/" + investor + "/kyc", Map.of("status", "CLEARED"));
    }

    /** An investor that may commit. */
    static String investor(String name, String kind, boolean consents) {
        String id = id(DEPLOYMENT.post(
                MANAGER,
                "/investors",
                Map.of("name", name, "kind", kind, "country", "CA", "consentToBeNamed", consents)));
        clear(id);
        return id;
    }

    static String draft(String fund, String investor, String amount) {
        return id(DEPLOYMENT.post(
                MANAGER,
                "/commitments",
                Map.of("fundId", fund, "investorId", investor, "amount", usd(amount), "effectiveDate", "2026-03-31")));
    }

    static String submitted(String fund, String investor, String amount) {
        String id = draft(fund, investor, amount);
        submit(id);
        return id;
    }

    static void submit(String id) {
        DEPLOYMENT.post(MANAGER, "/commitments/" + id + "/submission", Map.of("source", "Public record of 31 March"));
    }

    static String accepted(String fund, String investor, String amount) {
        String id = submitted(fund, investor, amount);
        DEPLOYMENT.post(APPROVER, "/commitments/" + id + "/acceptance", Map.of("closingDate", today()));
        return id;
    }

    /** The one commitment of a closing that took effect. */
    static String closed(String fund, String investor, String amount) {
        String id = accepted(fund, investor, amount);
        close(fund, id);
        return id;
    }

    static void close(String fund, String... commitments) {
        JsonNode closing = DEPLOYMENT.post(
                MANAGER,
                "/funds/" + fund + "/closings",
                Map.of("kind", "INITIAL", "date", today(), "commitmentIds", List.of(commitments)));
        DEPLOYMENT.post(
                APPROVER,
                "/closings/" + id(closing) + "/approval",
                Map.of("contentHash", closing.path("contentHash").asText()));
    }

    private static void takeOn(String fund, String investor) {
        Map<String, Object> position = new HashMap<>();
        position.put("fundId", fund);
        position.put("investorId", investor);
        position.put("amount", usd("100000000000.00"));
        position.put("called", usd("50000000000.00"));
        position.put("paid", usd("30000000000.00"));
        position.put("asOf", "2026-03-31");
        position.put("source", "Statement of the former administrator");
        JsonNode taken = DEPLOYMENT.post(MANAGER, "/commitments/take-on", position);
        DEPLOYMENT.post(
                APPROVER,
                "/commitments/" + id(taken) + "/take-on-approval",
                Map.of("contentHash", taken.path("contentHash").asText()));
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private static Map<String, String> usd(String value) {
        return Map.of("value", value, "currency", "USD");
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
