package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** A running service with a programme, and the few steps that every test of the contract begins with. */
final class Desk implements AutoCloseable {

    static final Actor MANAGER = MilestonesProcess.anybody(Role.FUND_MANAGER);
    static final Actor APPROVER = MilestonesProcess.anybody(Role.APPROVER);
    static final Actor REPORTER = MilestonesProcess.anybody(Role.SITE_REPORTER);
    static final Actor VERIFIER = MilestonesProcess.anybody(Role.VERIFIER);
    static final Actor AUDITOR = MilestonesProcess.anybody(Role.AUDITOR);

    final MilestonesProcess service;
    final UUID programme;

    Desk(Path data) throws IOException {
        service = new MilestonesProcess(data);
        programme = service.programme("UTC");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** An object that a manager makes. */
    Reply made(String collection, String body, String... headers) {
        Reply made = service.post(MANAGER, collection, body, headers);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    static String projectBody(UUID programme, String name) {
        return "{\"programmeId\": \"" + programme + "\", \"name\": \"" + name
                + "\", \"kind\": \"FAB\", \"region\": \"US-AZ\", \"country\": \"US\"}";
    }

    UUID project() {
        return made("/projects", projectBody(programme, "Fab 1")).id();
    }

    /** A milestone that takes twenty working days and is to be reached on a day. */
    static String milestoneBody(UUID project, LocalDate baseline) {
        return "{\"projectId\": \"" + project + "\", \"name\": \"First wafer\", \"kind\": \"PRODUCTION\","
                + " \"baselineDate\": \"" + baseline + "\", \"durationDays\": 20}";
    }

    Reply planned(UUID project) {
        return made("/milestones", milestoneBody(project, today().plusDays(90)));
    }

    /** @param more further fields, each behind a comma */
    Reply planned(UUID project, String more) {
        return made("/milestones", with(milestoneBody(project, today().plusDays(90)), more));
    }

    /** An object with further fields, each behind a comma. */
    static String with(String body, String more) {
        return body.substring(0, body.length() - 1) + more + "}";
    }

    /** A step that is taken. */
    Reply moved(Actor by, UUID milestone, String command, String body) {
        Reply moved = service.post(by, "/milestones/" + milestone + "/" + command, body);
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        return moved;
    }

    Reply claimed(UUID milestone) {
        return moved(REPORTER, milestone, "claim", "{\"claimedDate\": \"" + today() + "\"}");
    }

    Reply shown(UUID milestone, byte[] file, String... more) {
        Reply shown = submit(REPORTER, milestone, file, more);
        assertThat(shown.status()).as(shown.raw().body()).isEqualTo(200);
        return shown;
    }

    /** @param more names and values of further texts */
    Reply submit(Actor by, UUID milestone, byte[] file, String... more) {
        String[] texts = new String[more.length + 2];
        texts[0] = "kind";
        texts[1] = "PHOTO";
        System.arraycopy(more, 0, texts, 2, more.length);
        return service.send(by, "POST", "/milestones/" + milestone + "/evidence", Forms.TYPE, Forms.form(file, texts));
    }

    /** A claim with a piece of evidence that no other has. */
    Reply shown(UUID milestone) {
        claimed(milestone);
        return shown(milestone, Forms.bytes("photo of " + milestone));
    }

    static String finding() {
        return "{\"achievedDate\": \"" + today() + "\", \"statement\": \"Seen on site.\"}";
    }

    Reply verified(UUID milestone) {
        shown(milestone);
        return moved(VERIFIER, milestone, "verification", finding());
    }

    /** What a manager puts to a second person. */
    Reply proposed(UUID milestone, String command, String body) {
        Reply proposed = service.post(MANAGER, "/milestones/" + milestone + "/" + command, body);
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        return proposed;
    }

    Reply confirmed(Reply proposed) {
        Reply confirmed = service.post(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}");
        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        return confirmed;
    }

    Reply read(UUID milestone) {
        return service.get(MANAGER, "/milestones/" + milestone);
    }

    /** Short names of a milestone's events, in their order. */
    List<String> events(UUID milestone) {
        List<String> types = new ArrayList<>();
        service.get(AUDITOR, "/audit/events?limit=500&aggregateId=" + milestone)
                .body()
                .get("items")
                .forEach(event -> types.add(event.get("type").asText().replace("tranche.milestones.", "")));
        return types;
    }

    /** What is wrong with a request's values: {@code pointer code}, or {@code parameter code}. */
    static List<String> errors(Reply refused) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : refused.body().path("errors")) {
            String where = error.has("pointer")
                    ? error.get("pointer").asText()
                    : error.get("parameter").asText();
            errors.add(where + " " + error.get("code").asText());
        }
        return errors;
    }

    static void assertRefused(Reply refused, int status, String code) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith("/problems/" + code);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Override
    public void close() {
        service.close();
    }
}
