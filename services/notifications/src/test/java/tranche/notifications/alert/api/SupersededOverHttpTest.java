package tranche.notifications.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLineReversed;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneSlipped;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Inboxes stay short: what is settled leaves the list of what is open, and stands under what came after it. */
@DisplayName("N-6: superseded alerts")
class SupersededOverHttpTest {

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID programme = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID milestone = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();
    private final UUID investor = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Actor holder(Role role, Scope scope) {
        Actor actor = NotificationsProcess.with(role, scope);
        service.tell(
                RecipientReactions.class,
                actor.account(),
                Told.given(UUID.randomUUID(), actor.account(), role, scope, Instant.parse("2026-01-05T09:00:00Z")));
        return actor;
    }

    private <T extends SpecificRecord> T ofSite(Class<T> type, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.putAll(Map.of("programmeId", programme, "projectId", project, "milestoneId", milestone));
        return Told.event(type, project, fields);
    }

    private <T extends SpecificRecord> T ofInvestor(Class<T> type, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.putAll(Map.of("programmeId", programme, "fundId", fund, "investorId", investor));
        return Told.event(type, fund, fields);
    }

    private ForecastChanged forecast(UUID... tranches) {
        ForecastRow row =
                Told.event(ForecastChanged.class, fund, Map.of()).getRows().getFirst();
        return ofInvestor(
                ForecastChanged.class,
                Map.of(
                        "rows",
                        Arrays.stream(tranches)
                                .map(tranche -> ForecastRow.newBuilder(row)
                                        .setTrancheId(tranche)
                                        .setCalled(false)
                                        .build())
                                .toList()));
    }

    private static JsonNode items(Actor actor, String query) {
        Reply reply = service.get(actor, "/alerts" + query);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.body().get("items");
    }

    @Test
    void what_was_claimed_stands_under_what_is_verified() {
        Actor manager = holder(Role.FUND_MANAGER, Scope.ofProgramme(programme));
        service.tell(NoticeReactions.class, project, ofSite(MilestoneSlipped.class, Map.of()));
        service.tell(NoticeReactions.class, project, ofSite(MilestoneClaimed.class, Map.of()));
        assertThat(items(manager, "?open=true")).hasSize(2);
        service.tell(NoticeReactions.class, project, ofSite(MilestoneAchieved.class, Map.of()));

        JsonNode open = items(manager, "?open=true");
        JsonNode all = items(manager, "");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/type").asText()).isEqualTo("MS-03");
        assertThat(open.at("/0/supersedes").findValuesAsText("type")).containsExactly("MS-01", "MS-05");
        assertThat(open.at("/0/supersedes/0/title").asText()).endsWith("is claimed, and not verified");
        assertThat(all).hasSize(3);
        assertThat(all.at("/1/state").asText()).isEqualTo("SUPERSEDED");
        assertThat(all.at("/1/supersededAt").asText()).isNotBlank();
        assertThat(all.at("/0/supersededAt").isNull()).isTrue();
        assertThat(items(manager, "?state=CREATED")).hasSize(1);
        assertThat(items(manager, "?state=SUPERSEDED")).hasSize(2);
    }

    @Test
    void a_newer_forecast_of_the_same_tranches_takes_the_place_of_an_older_one() {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        UUID shell = UUID.randomUUID();
        UUID tools = UUID.randomUUID();
        service.tell(NoticeReactions.class, fund, forecast(shell, tools));
        service.tell(NoticeReactions.class, fund, forecast(shell));
        assertThat(items(contact, "?open=true"))
                .as("one speaks of a tranche less")
                .hasSize(2);

        service.tell(NoticeReactions.class, fund, forecast(tools, shell), forecast(shell, tools));

        assertThat(items(contact, "?open=true")).hasSize(1);
        assertThat(items(contact, "?open=true").at("/0/supersedes")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "what was kept before it was known what settles it is settled by its own successors once it is read again")
    void what_was_kept_before_is_settled_when_it_is_read_again(boolean together) throws SQLException {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        UUID shell = UUID.randomUUID();
        UUID tools = UUID.randomUUID();
        SpecificRecord[] told = {forecast(shell), forecast(tools), forecast(shell), forecast(shell, UUID.randomUUID())};
        service.tell(NoticeReactions.class, fund, told);
        List<String> open = items(contact, "?open=true").findValuesAsText("id");
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("update notice set settled_at = null, settled_by = null,"
                    + " parts = '{00000000-0000-0000-0000-000000000000}' where fund_id = '" + fund + "'");
        }
        assertThat(items(contact, "?open=true")).hasSize(4);

        if (together) {
            service.tell(NoticeReactions.class, fund, told);
        } else {
            for (SpecificRecord one : told) {
                service.tell(NoticeReactions.class, fund, one);
            }
        }

        assertThat(items(contact, "?open=true")).hasSize(2);
        assertThat(items(contact, "?open=true").findValuesAsText("id")).isEqualTo(open);
        assertThat(items(contact, "")).as("nobody is told twice").hasSize(4);
    }

    @Test
    @DisplayName("whoever is heard of late is told what was settled meanwhile as such")
    void what_was_settled_is_superseded_for_whoever_comes_later() {
        service.tell(NoticeReactions.class, project, ofSite(MilestoneClaimed.class, Map.of()));
        service.tell(NoticeReactions.class, project, ofSite(MilestoneAchieved.class, Map.of()));
        Actor manager = holder(Role.FUND_MANAGER, Scope.ofProgramme(programme));

        assertThat(items(manager, "?open=true")).hasSize(1);
        assertThat(items(manager, "?open=true").at("/0/supersedes/0/type").asText())
                .isEqualTo("MS-01");
        assertThat(items(manager, "?state=SUPERSEDED")).hasSize(1);
    }

    @Test
    @DisplayName(
            "one who has two commitments owes two lines of a call: what becomes of one leaves the other's alerts open")
    void a_line_settles_nothing_of_another_line_of_its_investor() {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        UUID call = UUID.randomUUID();
        Map<String, UUID> first = Map.of("callId", call, "callLineId", UUID.randomUUID());
        Map<String, UUID> second = Map.of("callId", call, "callLineId", UUID.randomUUID());
        service.tell(
                NoticeReactions.class,
                fund,
                ofInvestor(CallLineDueSoon.class, first),
                ofInvestor(CallLineDueSoon.class, second));
        assertThat(items(contact, "?open=true")).hasSize(2);
        service.tell(
                NoticeReactions.class,
                fund,
                ofInvestor(CallLineOverdue.class, second),
                ofInvestor(CallLinePaid.class, first));

        assertThat(items(contact, "?open=true"))
                .extracting(item -> item.get("type").asText())
                .containsExactly("CC-05", "CC-07");
        service.tell(NoticeReactions.class, fund, ofInvestor(CallLinePaid.class, second));
        assertThat(items(contact, "?open=true"))
                .extracting(item -> item.get("type").asText())
                .containsExactly("CC-05", "CC-05");
    }

    @Test
    void a_call_that_is_withdrawn_asks_for_nothing_any_more() {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        Map<String, UUID> line = Map.of("callId", UUID.randomUUID(), "callLineId", UUID.randomUUID());
        service.tell(NoticeReactions.class, fund, ofInvestor(CallLineIssued.class, line));
        String issued = items(contact, "").at("/0/id").asText();
        service.tell(NoticeReactions.class, fund, ofInvestor(CallLineReversed.class, line));
        Reply acknowledged = service.post(contact, "/alerts/" + issued + "/acknowledgement", "");
        Reply read = service.post(contact, "/alerts/" + issued + "/read", "");

        assertThat(acknowledged.status()).isEqualTo(409);
        assertThat(acknowledged.text("state")).isEqualTo("SUPERSEDED");
        assertThat(read.text("state")).isEqualTo("SUPERSEDED");
        assertThat(read.text("readAt")).isNotBlank();
        assertThat(items(contact, "?open=true")).hasSize(1);
    }
}
