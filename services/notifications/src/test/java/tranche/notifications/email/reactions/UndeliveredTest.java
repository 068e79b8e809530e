package tranche.notifications.email.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLinePaid;
import tranche.commitments.FundCreated;
import tranche.commitments.InvestorRegistered;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.DeliveryFailed;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** A manager hears at once of whom a mail did not reach that must be told. */
class UndeliveredTest {

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID programme = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();
    private final UUID investor = UUID.randomUUID();
    private final Actor manager = holder(Role.FUND_MANAGER, Scope.ofProgramme(programme));
    private final Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
    private final Map<String, UUID> ids = Map.of("programmeId", programme, "fundId", fund, "investorId", investor);

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

    private static JsonNode last(Actor actor) {
        return service.get(actor, "/alerts").body().at("/items/0");
    }

    /** Mail of the last alert of somebody comes back for good. */
    private static void bounces(Actor actor) {
        service.tell(
                UndeliveredReactions.class,
                actor.account(),
                Told.event(
                        DeliveryFailed.class,
                        actor.account(),
                        Map.of(
                                "recipientId", actor.account(),
                                "alertId", UUID.fromString(last(actor).get("id").asText()),
                                "channel", "EMAIL",
                                "state", "BOUNCED_HARD",
                                "failure", "refused")));
    }

    @Test
    @DisplayName("N-8: what must be told and comes back raises NT-01 to the manager, whose own mail raises no other")
    void a_mandatory_notice_that_bounces_is_told_to_the_manager() {
        service.tell(
                SubjectReactions.class,
                investor,
                Told.event(
                        InvestorRegistered.class, investor, Map.of("investorId", investor, "name", "Fund of Funds A")));
        service.tell(NoticeReactions.class, fund, Told.event(CallLineIssued.class, fund, ids));
        bounces(contact);

        JsonNode alert = last(manager);
        assertThat(alert.get("type").asText()).isEqualTo("NT-01");
        assertThat(alert.get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(alert.get("body").asText())
                .startsWith(
                        "A contact of Fund of Funds A must be told of CC-03, and the mail has come back for good (refused).");
        assertThat(alert.at("/cause/subject/type").asText()).isEqualTo("capital-call");
        bounces(manager);
        assertThat(last(manager)).isEqualTo(alert);
    }

    @Test
    @DisplayName("N-8: of a project, which belongs to no fund, the managers of its programme's funds are told")
    void a_notice_of_a_project_that_bounces_is_told_to_managers_of_funds() {
        UUID project = UUID.randomUUID();
        Map<String, UUID> site = Map.of("programmeId", programme, "projectId", project);
        service.tell(
                SubjectReactions.class,
                fund,
                Told.event(FundCreated.class, fund, Map.of("programmeId", programme, "fundId", fund)));
        Actor ofFund = holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund));
        Actor watcher = holder(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        Reply asked = service.post(
                watcher,
                "/subscriptions",
                "{\"recipientId\": \"me\", \"scope\": {}, \"types\": [\"*\"], \"channels\": [\"PORTAL\"]}");
        assertThat(asked.status()).as(asked.raw().body()).isEqualTo(201);
        service.tell(NoticeReactions.class, project, Told.event(MilestoneVerificationRevoked.class, project, site));
        bounces(manager);

        assertThat(last(ofFund).get("type").asText()).isEqualTo("NT-01");
        assertThat(last(ofFund).get("body").asText()).startsWith("Somebody must be told of MS-08");
        assertThat(last(watcher).get("type").asText()).isEqualTo("MS-08");
    }

    @Test
    void what_can_be_muted_and_comes_back_is_told_to_nobody() {
        service.tell(NoticeReactions.class, fund, Told.event(CallLinePaid.class, fund, ids));
        bounces(contact);

        assertThat(last(manager).get("type").asText()).isEqualTo("CC-05");
    }
}
