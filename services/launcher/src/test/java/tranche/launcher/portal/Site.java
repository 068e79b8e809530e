package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project. One, of the programme that no test changes, has a milestone in each of the states that a page shows otherwise. */
final class Site {

    private static final String MANAGER = Raise.MANAGER;
    private static final String APPROVER = Raise.APPROVER;
    private static final String REPORTER = "site-reporter";
    private static final String VERIFIER = "verifier";
    private static final String REASON = "The power line is not there before the summer";

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Deployment DEPLOYMENT = Deployment.running();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static final Site DESERT = new Site(Raise.horizon().programme, "Desert fab 21");

    static {
        DESERT.build();
    }

    final String project;

    static Site desert() {
        return DESERT;
    }

    /** A project for one test, without a milestone. */
    static Site of(String name) {
        return new Site(Raise.programme("Works of " + name, "100000000000.00"), name);
    }

    /** A project of a programme that is there, without a milestone. */
    static Site in(String programme, String name) {
        return new Site(programme, name);
    }

    private String shell = "";
    private String power = "";

    private Site(String programme, String name) {
        project = project(programme, name);
    }

    /** The milestone of the desert fab that is late and moves another one. */
    String shell() {
        return shell;
    }

    /** The milestone of the desert fab that waits for a verifier. */
    String claim() {
        return power;
    }

    private void build() {
        verified(planned("Site permit", TODAY.minusDays(20)));
        power = planned("Power from the new line", TODAY.plusDays(10));
        claimed(power);
        shell = planned("Weather-tight shell", TODAY.plusDays(60));
        command(MANAGER, shell, "start", Map.of());
        command(
                REPORTER,
                shell,
                "reschedule",
                Map.of("forecastDate", TODAY.plusDays(190).toString(), "reason", REASON));
        decided(
                planned("Archaeological survey", TODAY.plusDays(30)),
                "waiver",
                Map.of("ofAll", true, "expires", TODAY.plusDays(300).toString()));
        decided(planned("Second shell", TODAY.plusDays(90)), "remove", Map.of());
        planned("First wafer, after " + Raise.LONG, TODAY.plusDays(400), shell);
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/projects/" + project);
            assertThat(visit.page().locator("main")).containsText("First wafer");
        }
    }

    /** The programme is heard of by the service of projects a moment after it was made. */
    private static String project(String programme, String name) {
        Map<String, Object> body = Map.of(
                "programmeId",
                programme,
                "name",
                name,
                "kind",
                "FAB",
                "region",
                "US-AZ",
                "country",
                "US",
                "latitude",
                33.775,
                "longitude",
                -112.158,
                "startDate",
                TODAY.minusDays(200).toString(),
                "sourceNote",
                "Announcement of the company, 15 May 2020");
        List<String> made = new ArrayList<>();
        await().pollInSameThread()
                .atMost(LIMIT)
                .untilAsserted(() -> made.add(
                        DEPLOYMENT.post(MANAGER, "/projects", body).get("id").asText()));
        return made.getLast();
    }

    /** A milestone that asks for a certificate. */
    String planned(String name, LocalDate baseline, String... predecessors) {
        Map<String, Object> body = Map.of(
                "projectId",
                project,
                "name",
                name,
                "kind",
                "CONSTRUCTION",
                "baselineDate",
                baseline.toString(),
                "durationDays",
                15,
                "requiredEvidence",
                List.of("CERTIFICATE"),
                "predecessors",
                List.of(predecessors).stream()
                        .map(before -> Map.of("milestoneId", before, "lagDays", 0))
                        .toList());
        return DEPLOYMENT.post(MANAGER, "/milestones", body).get("id").asText();
    }

    static void claimed(String milestone) {
        command(REPORTER, milestone, "claim", Map.of("claimedDate", TODAY.toString()));
        DEPLOYMENT.submit(REPORTER, "/milestones/" + milestone + "/evidence", "CERTIFICATE", "%PDF-1.7 " + milestone);
    }

    private static void verified(String milestone) {
        claimed(milestone);
        command(
                VERIFIER,
                milestone,
                "verification",
                Map.of("achievedDate", TODAY.toString(), "statement", "Seen on site"));
    }

    private static void decided(String milestone, String command, Map<String, Object> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("reason", "Not needed after the change of plans");
        var proposed = DEPLOYMENT.post(MANAGER, "/milestones/" + milestone + "/" + command, body);
        DEPLOYMENT.post(
                APPROVER,
                "/approvals/" + proposed.get("approvalId").asText() + "/approval",
                Map.of("contentHash", proposed.get("contentHash").asText()));
    }

    static void command(String account, String milestone, String command, Map<String, Object> body) {
        DEPLOYMENT.post(account, "/milestones/" + milestone + "/" + command, body);
    }
}
