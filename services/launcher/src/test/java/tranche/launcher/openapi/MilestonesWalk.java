package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** The way of a milestone from its project's registration to its verification, with the refusals beside it. */
final class MilestonesWalk {

    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";
    private static final String REPORTER = "site-reporter";
    private static final String VERIFIER = "verifier";
    private static final String AUDITOR = "auditor";
    private static final String PROJECTS = "/api/v1/projects";
    private static final String MILESTONES = "/api/v1/milestones";
    private static final String LINE = "a-line-between-parts";
    private static final String PHOTO = "%PDF-1.7 A photo, printed";
    private static final String REASON = "{\"reason\": \"As agreed\"}";

    private final Deployment api;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    MilestonesWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String project = project();
        String achieved = planned(project, "");
        String other = planned(project, ", \"predecessors\": [{\"milestoneId\": \"" + achieved + "\"}]");
        moved(achieved, other);
        claimed(achieved);
        proposed(achieved, other);
        lists(project);
        stopped(project);
    }

    private String project() {
        String programme = done(api.post(
                        MANAGER, "/api/v1/programmes", "{\"name\": \"Coastal fabs\", \"headlineCurrency\": \"USD\"}"))
                .id();
        String body = """
                {"programmeId": "%s", "name": "Desert fab 1", "kind": "FAB", "region": "US-AZ", "country": "US",
                 "latitude": 33.7751, "longitude": -112.158, "zone": "UTC", "startDate": "2026-01-12",
                 "sourceNote": "Announcement", "sourceSystem": "sites", "externalRef": "S-1"}""".formatted(programme);
        refused("validation", api.post(MANAGER, PROJECTS, body));
        api.tellOfProgramme(programme);
        Exchange made = done(api.post(MANAGER, PROJECTS, body, "Idempotency-Key", "project-1"));
        done(api.post(MANAGER, PROJECTS, body));
        done(api.post(MANAGER, PROJECTS, body.replace("S-1", "S-2")));
        refused("external-reference-conflict", api.post(MANAGER, PROJECTS, body.replace("Desert", "Mountain")));
        refused("forbidden", api.post(AUDITOR, PROJECTS, body));
        String place = made.location();
        done(api.send(MANAGER, "PATCH", place, "{\"name\": \"Desert fab 21\", \"unverified\": true}"));
        refused("version-conflict", api.send(MANAGER, "PATCH", place, "{}", "If-Match", "\"1\""));
        done(api.get(AUDITOR, place));
        done(api.get(AUDITOR, place + "?asOf=" + today));
        refused("not-found", api.get(AUDITOR, PROJECTS + "/" + programme));
        return made.id();
    }

    /** @param more further fields, each behind a comma */
    private String planned(String project, String more) {
        String body = """
                {"projectId": "%s", "name": "First wafer", "kind": "PRODUCTION", "baselineDate": "%s", "durationDays": 20,
                 "requiredEvidence": ["CERTIFICATE"], "quorum": 1, "sourceNote": "Plan"%s}""".formatted(project, today.plusDays(90), more);
        refused("forbidden", api.post(REPORTER, MILESTONES, body));
        refused("validation", api.post(MANAGER, MILESTONES, body.replace("PRODUCTION", "PARTY")));
        Exchange made = done(api.post(MANAGER, MILESTONES, body));
        done(api.get("stakeholder", made.location()));
        done(api.get(AUDITOR, made.location() + "?asOf=" + today));
        return made.id();
    }

    private void moved(String first, String second) {
        String place = MILESTONES + "/" + first;
        done(api.send(MANAGER, "PATCH", place, "{\"durationDays\": 25, \"notBefore\": \"2026-02-01\"}"));
        done(api.send(MANAGER, "PATCH", place, "{\"notBefore\": null}"));
        refused(
                "cycle",
                api.send(MANAGER, "PATCH", place, "{\"predecessors\": [{\"milestoneId\": \"" + second + "\"}]}"));
        done(api.post(
                REPORTER,
                place + "/reschedule",
                "{\"forecastDate\": \"" + today.plusDays(100) + "\", \"reason\": \"The tool is late\"}"));
        done(api.post(REPORTER, place + "/start", ""));
        refused("invalid-state", api.post(REPORTER, place + "/start", ""));
    }

    private void claimed(String milestone) {
        String place = MILESTONES + "/" + milestone;
        String claim = "{\"claimedDate\": \"" + today + "\"}";
        String finding = "{\"achievedDate\": \"" + today + "\", \"statement\": \"Seen on site\"}";
        refused(
                "claimed-date-ahead",
                api.post(REPORTER, place + "/claim", claim.replace(today.toString(), "2999-01-01")));
        done(api.post(REPORTER, place + "/claim", claim));
        done(api.post(REPORTER, place + "/withdraw-claim", ""));
        done(api.post(REPORTER, place + "/claim", claim));
        done(api.post(VERIFIER, place + "/rejection", "{\"reason\": \"Nothing to be seen\"}"));
        done(api.post(REPORTER, place + "/claim", claim));
        evidence(place, finding);
        refused("four-eyes", api.post(REPORTER, place + "/verification", finding));
        Exchange verified = done(api.post(VERIFIER, place + "/verification", finding));
        assertThat(verified.text("state")).isEqualTo("ACHIEVED");
    }

    private void evidence(String place, String finding) {
        done(submit(place, form("PHOTO", PHOTO)));
        refused("evidence-missing", api.post(VERIFIER, place + "/verification", finding));
        Exchange shown = done(submit(
                place,
                part("\"name\"", "Certificate") + form("CERTIFICATE", "a,b\n1,2\n"),
                "Idempotency-Key",
                "shown"));
        refused("hash-mismatch", submit(place, part("\"sha256\"", "0".repeat(64)) + form("PHOTO", PHOTO)));
        refused("validation", submit(place, form("RUMOUR", PHOTO)));
        String file = shown.json().at("/evidence/0/sha256").asText();
        assertThat(done(api.get(VERIFIER, "/api/v1/evidence/" + file)).answer().body())
                .isEqualTo(PHOTO);
        refused("not-found", api.get("stakeholder", "/api/v1/evidence/" + file));
        done(api.get(AUDITOR, place + "/evidence"));
        done(api.get(AUDITOR, place + "/evidence", "Accept", CommitmentsWalk.CSV));
        refused("forbidden", api.get("stakeholder", place + "/evidence"));
        String project = "/api/v1/projects/" + shown.json().path("projectId").asText() + "/evidence";
        done(api.get(AUDITOR, project));
        done(api.get(AUDITOR, project, "Accept", CommitmentsWalk.CSV));
        refused("forbidden", api.get("stakeholder", project));
    }

    private Exchange submit(String place, String form, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=" + LINE;
        return api.post(REPORTER, place + "/evidence", form, all);
    }

    private static String form(String kind, String file) {
        return part("\"kind\"", kind) + part("\"file\"; filename=\"x\"", file) + "--" + LINE + "--\r\n";
    }

    private static String part(String name, String content) {
        return "--" + LINE + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + content + "\r\n";
    }

    private void proposed(String achieved, String other) {
        String place = MILESTONES + "/" + other;
        refused("forbidden", api.post(APPROVER, place + "/remove", REASON));
        confirmed(place + "/rebaseline", "{\"baselineDate\": \"" + today.plusDays(80) + "\", \"reason\": \"Agreed\"}");
        refused(
                "baseline-unchanged",
                api.post(
                        MANAGER,
                        place + "/rebaseline",
                        "{\"baselineDate\": \"" + today.plusDays(80) + "\", \"reason\": \"Agreed\"}"));
        refused("waiver-expired", api.post(MANAGER, place + "/waiver", waiver("2000-01-01")));
        confirmed(place + "/waiver", waiver(today.plusDays(1).toString()));
        confirmed(place + "/revoke-waiver", REASON);
        confirmed(MILESTONES + "/" + achieved + "/revoke-verification", REASON);
        confirmed(place + "/supersede", "{\"supersededBy\": \"" + achieved + "\", \"reason\": \"The same\"}");
        confirmed(MILESTONES + "/" + achieved + "/remove", REASON);
    }

    private static String waiver(String expires) {
        return "{\"ofAll\": true, \"expires\": \"" + expires + "\", \"reason\": \"Not needed\"}";
    }

    private void confirmed(String path, String body) {
        Exchange proposed = done(api.post(MANAGER, path, body));
        String approval = "/api/v1/approvals/" + proposed.text("approvalId");
        done(api.get(AUDITOR, approval));
        done(api.post(APPROVER, approval + "/approval", "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}"));
    }

    private void lists(String project) {
        for (String list : List.of(
                PROJECTS + "?country=US&region=US-AZ&kind=FAB&limit=1",
                MILESTONES + "?projectId=" + project + "&kind=PRODUCTION&limit=1&asOf=" + today)) {
            done(api.get(AUDITOR, list));
            done(api.get(AUDITOR, list, "Accept", CommitmentsWalk.CSV));
            done(api.get(AUDITOR, list, "Accept", CommitmentsWalk.XLSX));
            refused("validation", api.get(AUDITOR, list + "&colour=red"));
        }
        done(api.get(AUDITOR, "/api/v1/approvals?service=milestones"));
        done(api.get(AUDITOR, PROJECTS + "/" + project + "/plan"));
        refused("forbidden", api.get("stakeholder", PROJECTS + "/" + project + "/plan"));
        refused("as-of-not-supported", api.get(AUDITOR, PROJECTS + "/" + project + "/plan?asOf=" + today));
    }

    private void stopped(String project) {
        done(api.post(MANAGER, PROJECTS + "/" + project + "/stop", REASON));
        refused("invalid-state", api.post(MANAGER, PROJECTS + "/" + project + "/stop", REASON));
        refused(
                "project-stopped",
                api.post(
                        MANAGER,
                        MILESTONES,
                        "{\"projectId\": \"" + project
                                + "\", \"name\": \"Late\", \"kind\": \"PERMIT\", \"baselineDate\": \"" + today
                                + "\"}"));
    }
}
