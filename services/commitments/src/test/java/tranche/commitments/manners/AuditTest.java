package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.AUDITOR;
import static tranche.commitments.manners.Desk.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What an auditor reads of a service: each event as it was recorded, and the chain that it belongs to. */
class AuditTest {

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static List<JsonNode> walk(String list) {
        List<JsonNode> read = new ArrayList<>();
        String next = "";
        do {
            Reply page = desk.service.get(AUDITOR, list + next);
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body().get("items").forEach(read::add);
            next = page.body().get("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!next.isEmpty());
        return read;
    }

    @Test
    void an_object_s_events_are_shown_as_they_were_recorded() {
        UUID fund = desk.fund();
        Reply closed = desk.closed(fund, desk.investor(), "1250.50");

        List<JsonNode> events = walk("/audit/events?limit=2&aggregateId=" + closed.id());

        assertThat(events.stream().map(event -> event.get("type").asText()))
                .containsExactly(
                        "tranche.commitments.CommitmentDrafted",
                        "tranche.commitments.CommitmentSubmitted",
                        "tranche.commitments.CommitmentAccepted",
                        "tranche.commitments.CommitmentClosed");
        assertThat(events.stream().map(event -> event.get("version").asLong())).containsExactly(1L, 2L, 3L, 4L);
        JsonNode drafted = events.getFirst();
        assertThat(drafted.get("key").asText()).isEqualTo(fund.toString());
        assertThat(drafted.get("aggregateId").asText()).isEqualTo(closed.text("id"));
        assertThat(drafted.get("actorId").asText())
                .isEqualTo(Desk.MANAGER.account().toString());
        assertThat(drafted.get("schema").asText()).matches("[0-9a-f]{64}");
        assertThat(drafted.at("/data/head/eventId").asText())
                .isEqualTo(drafted.get("eventId").asText());
        assertThat(drafted.at("/data/head/recordedAt").asText())
                .isEqualTo(drafted.get("recordedAt").asText())
                .endsWith("Z");
        assertThat(drafted.at("/data/head/effectiveDate").asText())
                .isEqualTo(Desk.today().toString());
        assertThat(drafted.at("/data/head/causationId").isNull()).isTrue();
        assertThat(drafted.at("/data/amount").toString()).isEqualTo("{\"value\":\"1250.50\",\"currency\":\"USD\"}");
        assertThat(drafted.at("/data/investorId").asText()).isEqualTo(closed.text("investorId"));
    }

    @Test
    void every_event_hangs_on_the_one_before_and_the_last_is_the_head() {
        UUID fund = desk.fund();
        desk.closed(fund, desk.investor(), "1.00");
        desk.draft(desk.fund(), desk.investor(), "2.00");
        Map<String, String> last = new HashMap<>();
        Map<String, Long> sequence = new HashMap<>();

        for (JsonNode event : walk("/audit/events?limit=3")) {
            String key = event.get("key").asText();
            assertThat(event.get("sequence").asLong()).isEqualTo(sequence.getOrDefault(key, 0L) + 1);
            assertThat(event.get("prevHash").asText()).isEqualTo(last.getOrDefault(key, "0".repeat(64)));
            last.put(key, event.get("hash").asText());
            sequence.put(key, event.get("sequence").asLong());
        }

        assertThat(last).containsKey(fund.toString());
        Map<String, String> heads = new HashMap<>();
        walk("/audit/heads?limit=2")
                .forEach(head ->
                        heads.put(head.get("key").asText(), head.get("hash").asText()));
        assertThat(heads).isEqualTo(last);
    }

    @Test
    void events_are_found_by_their_type_and_leave_as_a_file() {
        desk.fund();

        List<JsonNode> byName = walk("/audit/events?type=FundCreated");

        assertThat(byName)
                .isNotEmpty()
                .allMatch(event -> event.get("type").asText().equals("tranche.commitments.FundCreated"));
        assertThat(walk("/audit/events?type=tranche.commitments.FundCreated")).isEqualTo(byName);
        assertThat(desk.service
                        .get(AUDITOR, "/audit/events?service=commitments&type=FundCreated", "Accept", "text/csv")
                        .raw()
                        .body()
                        .lines()
                        .count())
                .isEqualTo(byName.size() + 1L);
    }

    @Test
    void a_type_with_a_character_that_no_type_has_is_refused() {
        Reply refused = desk.service.get(AUDITOR, "/audit/events?type=%00");

        assertThat(Desk.errors(refused)).containsExactly("type unfit-character");
    }

    @Test
    void another_service_s_events_are_not_here() {
        assertThat(Desk.errors(desk.service.get(AUDITOR, "/audit/events?service=portal")))
                .containsExactly("service not-one-of");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_reads_them(Role role) {
        for (String list : List.of("/audit/events", "/audit/heads")) {
            assertRefused(desk.service.get(CommitmentsProcess.anybody(role), list), 403, "forbidden");
        }
    }

    @Test
    void an_auditor_of_one_programme_does_not_read_all_events() {
        Actor some = CommitmentsProcess.with(Role.AUDITOR, Scope.ofProgramme(desk.programme));

        assertRefused(desk.service.get(some, "/audit/events"), 403, "forbidden");
    }
}
