package tranche.launcher.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every page that the portal has, each as whoever sees the most of it. */
final class Sights {

    private static final Raise HORIZON = Raise.horizon();

    static {
        Deployment.running().bindInvestor(HORIZON.silent);
    }

    /** A commitment about which something waits for a second person. */
    private static final String AMENDED = Raise.closed(
            Raise.fund(Raise.programme("To be amended", "100000000000.00"), "Amended Fund"),
            Raise.investor("Amended works", "OTHER", true),
            "1000000000.00");

    /** Money in a fund of its own: of one receipt nothing is said yet, another is more than was called. */
    private static final Received RECEIPTS = received();

    private static final List<Sight> ALL = List.of(
            new Sight("sign-in", "", "/signin"),
            new Sight("password", "", SignInBrowserTest.invitation("looked at")),
            new Sight("password link that is gone", "", "/signin/link/gone"),
            new Sight("overview", "approver", "/programmes/" + HORIZON.programme),
            new Sight("overview of a stakeholder", "stakeholder", "/programmes/" + HORIZON.programme),
            new Sight("overview of an investor", "investor", "/programmes/" + HORIZON.programme),
            new Sight("programmes", "auditor", "/programmes"),
            new Sight("overview of nothing", "admin", "/overview"),
            new Sight("commitments", "auditor", "/commitments?state=draft&fund=" + HORIZON.breadth),
            new Sight("commitments with hostile names", "auditor", "/commitments?kind=other&sort=fund"),
            new Sight("commitments by an old address", "auditor", "/commitments?state=foo&kind=other"),
            new Sight("no commitments", "auditor", "/commitments?text=nobody"),
            new Sight("commitment to accept", "approver", "/commitments/" + HORIZON.submitted),
            new Sight("commitment that is stopped", "approver", "/commitments/" + stopped()),
            new Sight("commitment of its maker", "fund-manager", "/commitments/" + HORIZON.submitted),
            new Sight("commitment closed", "auditor", "/commitments/" + HORIZON.closed),
            new Sight(
                    "commitment whose amount changes",
                    "fund-manager",
                    "/commitments/" + HORIZON.closed + "/amendments"),
            new Sight("commitment that is transferred", "fund-manager", "/commitments/" + HORIZON.closed + "/transfer"),
            new Sight("projects", "auditor", "/projects"),
            new Sight("projects of a stakeholder", "stakeholder", "/projects"),
            new Sight("no projects", "auditor", "/projects?text=nobody"),
            new Sight("project", "auditor", "/projects/" + Site.desert().project),
            new Sight("project of its site", "site-reporter", "/projects/" + Site.desert().project),
            new Sight("project to verify", "verifier", "/projects/" + Site.desert().project),
            new Sight("project for an investor", "investor", "/projects/" + Site.desert().project),
            new Sight("plan as a graph", "auditor", "/projects/" + Site.desert().project + "/graph"),
            new Sight(
                    "milestone", "site-reporter", "/milestones/" + Site.desert().shell()),
            new Sight(
                    "milestone for a stakeholder",
                    "stakeholder",
                    "/milestones/" + Site.desert().shell()),
            new Sight(
                    "claim to decide on",
                    "verifier",
                    "/milestones/" + Site.desert().claim()),
            new Sight("work of a site reporter", "site-reporter", "/work"),
            new Sight("work of a verifier", "verifier", "/work"),
            new Sight("calls", "auditor", "/calls"),
            new Sight("calls by an old address", "auditor", "/calls?state=foo&after=gone"),
            new Sight("calls of an investor", "investor", "/calls"),
            new Sight("call to approve", "approver", "/calls/" + Calls.still().drafted("1000000000.01")),
            new Sight(
                    "call that was edited",
                    "approver",
                    "/calls/" + Calls.still().edited("1000000000.01")),
            new Sight(
                    "call of its maker",
                    "fund-manager",
                    "/calls/" + Calls.still().edited("1000000000.02")),
            new Sight("call to issue", "fund-manager", "/calls/" + Calls.still().approved("500000000.00")),
            new Sight(
                    "issue of a call", "fund-manager", "/calls/" + Calls.still().approved("500000000.03") + "/issue"),
            new Sight(
                    "call that is issued", "auditor", "/calls/" + Calls.still().issued("100000000.01")),
            new Sight(
                    "call for an investor",
                    "investor",
                    "/calls/" + Calls.still().issued("300000000.00")),
            new Sight("new call", "fund-manager", "/calls/new?fund=" + Calls.still().fund),
            new Sight("fund of a new call", "fund-manager", "/calls/new"),
            new Sight(
                    "call that is edited",
                    "fund-manager",
                    "/calls/" + Calls.still().drafted("750000000.01") + "/edit"),
            new Sight("receipts", "fund-manager", "/receipts?fund=" + RECEIPTS.fund),
            new Sight("receipts by an old address", "auditor", "/receipts?state=foo&call=" + Calls.still().fund),
            new Sight("receipt with what it may be for", "fund-manager", "/receipts/" + RECEIPTS.more),
            new Sight("receipt that is overpaid", "fund-manager", "/receipts/" + RECEIPTS.held),
            new Sight("lines for a receipt", "fund-manager", "/receipts/" + RECEIPTS.more + "/match"),
            new Sight("return of a receipt", "fund-manager", "/receipts/" + RECEIPTS.held + "/return"),
            new Sight("fund of a receipt", "fund-manager", "/receipts/new"),
            new Sight("receipt to record", "fund-manager", "/receipts/new?fund=" + RECEIPTS.fund),
            new Sight("approvals", "approver", "/approvals"),
            new Sight("approval of a proposal", "approver", Proposals.open(Calls.still().fund, "Two sites become one")),
            new Sight(
                    "approval of its proposer",
                    "fund-manager",
                    Proposals.open(Calls.still().fund, "The fund calls later")),
            new Sight("approval of an amendment", "approver", Proposals.amendment(AMENDED, "1200000000.00")),
            new Sight("commitment with something that waits", "approver", "/commitments/" + AMENDED),
            new Sight("approval of a tranche", "approver", Proposals.tranche(Calls.still().fund)),
            new Sight("home of an investor", "investor", "/home"),
            new Sight("check of a notice", "", "/verify"),
            new Sight("notice that is not ours", "investor", "/verify?sha256=" + "0".repeat(64)),
            new Sight("alerts", "verifier", "/alerts"),
            new Sight("one alert", "fund-manager", "/alerts/" + alert()),
            new Sight("alerts that are superseded", "verifier", "/alerts?state=SUPERSEDED"),
            new Sight("preferences", "fund-manager", "/preferences"),
            new Sight("endpoints", "fund-manager", "/operations/endpoints"),
            new Sight("endpoint with two secrets", "fund-manager", "/operations/endpoints/" + endpoint()),
            new Sight("address to confirm", "", "/confirm/" + "c".repeat(43)),
            new Sight("mails to stop", "", "/unsubscribe/" + "u".repeat(43)),
            new Sight("nothing here", "auditor", "/nosuch"),
            new Sight("problem explained", "", "/problems/four-eyes"),
            new Sight("problem explained to whoever is signed in", "auditor", "/problems/four-eyes"),
            new Sight("all problems", "", "/problems"),
            new Sight("the API", "", "/api/docs"));

    private Sights() {}

    private record Received(String fund, String more, String held) {}

    private static Received received() {
        Calls calls = new Calls("Ebb", HORIZON.silent);
        List<JsonNode> lines = calls.lines(calls.issued("400.00"));
        String held = calls.received("450.00", "Twice");
        Deployment.running()
                .post(
                        Raise.MANAGER,
                        "/receipts/" + held + "/match",
                        Map.of("matches", List.of(), "overpaymentInvestorId", HORIZON.silent));
        String more =
                calls.received("301.00", lines.getFirst().path("reference").asText());
        calls.received("12.00", "For the tools");
        return new Received(calls.fund, more, held);
    }

    private static String stopped() {
        return Raise.submitted(
                Raise.strictFund(Raise.programme("Without checks", "100000000000.00"), "Strict Fund"),
                Raise.unchecked("Never checked"),
                "1000000000.00");
    }

    private static String alert() {
        return Deployment.running()
                .get("fund-manager", "/alerts?limit=1")
                .at("/items/0/id")
                .asText();
    }

    /** One whose secret was rotated; its host nobody knows. */
    private static String endpoint() {
        Deployment deployment = Deployment.running();
        String id = deployment
                .post(
                        "fund-manager",
                        "/webhook-endpoints",
                        Map.of("url", "https://hooks.invalid/alerts", "types", List.of("*")))
                .get("id")
                .asText();
        deployment.post("fund-manager", "/webhook-endpoints/" + id + "/secret-rotation", Map.of());
        return id;
    }

    /**
     * A page.
     *
     * @param account whose visit it is; empty for somebody who is not signed in
     */
    record Sight(String name, String account, String path) {

        /** A visit of this person, who has not opened the page yet. */
        Visit visit(Visit.Options options) {
            return account.isEmpty() ? options.stranger() : options.as(account);
        }

        /** Whether the page is in the reader's language: the API's own document is in English for everybody. */
        boolean translated() {
            return !path.equals("/api/docs");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sight> all() {
        return ALL.stream();
    }
}
