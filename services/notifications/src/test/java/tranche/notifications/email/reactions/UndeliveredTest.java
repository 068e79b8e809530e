package tranche.notifications.email.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTransferred;
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
        service = new NotificationsProcess(
                data,
                Map.of(
                        "tranche.kafka.bootstrap",
                        "127.0.0.1:1",
                        "tranche.registry.url",
                        "http://127.0.0.1:1/apis/ccompat/v7",
                        "tranche.allow-private-webhooks",
                        "true"));
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
        bounces(actor, "refused");
    }

    private static void bounces(Actor actor, String failure) {
        service.tell(
                UndeliveredReactions.class,
                actor.account(),
                Told.event(
                        DeliveryFailed.class,
                        actor.account(),
                        Map.of(
                                "recipientId",
                                actor.account(),
                                "alertId",
                                UUID.fromString(last(actor).get("id").asText()),
                                "channel",
                                "EMAIL",
                                "state",
                                "BOUNCED_HARD",
                                "failure",
                                failure)));
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
    void what_had_no_address_any_more_is_told_as_such() {
        service.tell(NoticeReactions.class, fund, Told.event(CallLineIssued.class, fund, ids));
        bounces(contact, "no-address");

        assertThat(last(manager).get("body").asText())
                .contains(" must be told of CC-03, and there was no verified address any more when the mail was due.");
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

    private static Actor mailed(UUID investor) {
        Actor actor = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        Reply known = service.post(
                NotificationsProcess.anybody(Role.FUND_MANAGER),
                "/recipients",
                "{\"accountId\": \"" + actor.account()
                        + "\", \"displayName\": \"Zoe\", \"language\": \"en\", \"timeZone\": \"UTC\","
                        + " \"email\": \"zoe@example.org\", \"emailVerifiedBy\": \"papers\"}");
        assertThat(known.status()).as(known.raw().body()).isEqualTo(201);
        return actor;
    }

    private static UUID named(String name) {
        UUID id = UUID.randomUUID();
        service.tell(
                SubjectReactions.class,
                id,
                Told.event(InvestorRegistered.class, id, Map.of("investorId", id, "name", name)));
        return id;
    }

    private CallLineIssued line(UUID call, UUID investor) {
        return Told.event(
                CallLineIssued.class,
                fund,
                Map.of(
                        "programmeId", programme,
                        "fundId", fund,
                        "investorId", investor,
                        "callId", call,
                        "callLineId", UUID.randomUUID()));
    }

    private static List<String> types(Actor actor) {
        return service.get(actor, "/alerts").body().findValuesAsText("title");
    }

    @Test
    @DisplayName(
            "N-8: a call issued to investors of whom nobody is reached is told to the manager at once, once for all of them")
    void a_call_to_investors_whom_nobody_reaches_is_one_alert() {
        UUID call = UUID.randomUUID();
        UUID reached = named("A reached");
        mailed(reached);
        UUID withoutAddress = named("E without an address");
        holder(Role.INVESTOR, Scope.ofInvestor(withoutAddress));
        CapitalCallIssued issued =
                Told.event(CapitalCallIssued.class, call, Map.of("programmeId", programme, "fundId", fund, "lines", 6));
        service.tell(
                NoticeReactions.class,
                fund,
                issued,
                line(call, reached),
                line(call, withoutAddress),
                line(call, named("D")));
        assertThat(types(manager)).as("not before all lines are there").isEmpty();
        CallLineIssued last = line(call, named("B"));
        service.tell(NoticeReactions.class, fund, line(call, named("F")), line(call, named("C")), last);
        service.tell(NoticeReactions.class, fund, issued, last);

        JsonNode alert = last(manager);
        assertThat(types(manager)).containsExactly("5 investors of a call cannot be reached");
        assertThat(alert.get("type").asText()).isEqualTo("NT-01");
        assertThat(alert.get("body").asText())
                .contains(": B, C, D and 2 others. The notices are on the page of the call");
        assertThat(alert.at("/cause/eventId").asText())
                .isEqualTo(issued.getHead().getEventId().toString());
        assertThat(alert.at("/links/1").asText()).isEqualTo("/calls/" + call);
        assertThat(service.get(manager, "/alerts", "Accept-Language", "fr")
                        .body()
                        .at("/items/0/body")
                        .asText())
                .contains("5 de ses investisseurs n’ont aucun contact", "\u202f: B, C, D et 2 autres.");
    }

    @Test
    @DisplayName(
            "N-8, R11: whoever sees a fund as its staff sees before a call is issued of which of its investors nobody is reached")
    void the_staff_of_a_fund_sees_whom_nobody_reaches() {
        UUID other = UUID.randomUUID();
        UUID hooked = named("B");
        mailed(investor);
        Actor withHook = holder(Role.INVESTOR, Scope.ofInvestor(hooked));
        UUID given = UUID.randomUUID();
        for (UUID one : List.of(investor, other, hooked, given)) {
            commits(one);
        }
        UUID partly = commits(other);
        gives(commits(given), given, "0.00");
        gives(partly, other, "0.00");
        String path = "/recipients/unreached?fundId=" + fund;
        assertThat(service.get(manager, path).body().findValuesAsText("investorId"))
                .as("one that gave one of two commitments away holds the other")
                .containsExactlyInAnyOrder(other.toString(), hooked.toString(), given.toString());
        gives(commitmentOf(given), given, "0.00");
        gives(commitmentOf(other), other, "1.00");
        assertThat(service.get(manager, path).body().findValuesAsText("investorId"))
                .as("one that has given all of them away is called for nothing")
                .containsExactlyInAnyOrder(other.toString(), hooked.toString());
        Reply endpoint = service.post(
                withHook, "/webhook-endpoints", "{\"url\": \"http://127.0.0.1:1/hook\", \"types\": [\"CC-03\"]}");
        assertThat(endpoint.status()).as(endpoint.raw().body()).isEqualTo(201);
        assertThat(service.get(manager, path).body().findValuesAsText("investorId"))
                .as("what nobody has proven does not work")
                .contains(hooked.toString());
        works(endpoint.id());

        Map<String, String> ways = new HashMap<>();
        service.get(manager, "/recipients/reach?fundId=" + fund)
                .body()
                .get("items")
                .forEach(one ->
                        ways.put(one.get("investorId").asText(), one.get("channels") + " " + one.get("languages")));
        assertThat(ways)
                .containsEntry(investor.toString(), "[\"PORTAL\",\"EMAIL\"] [\"en\"]")
                .containsEntry(hooked.toString(), "[\"PORTAL\",\"WEBHOOK\"] [\"en\"]")
                .containsEntry(other.toString(), "[] []");
        assertThat(service.get(manager, path).body().findValuesAsText("investorId"))
                .containsExactly(other.toString());
        for (Actor stranger : List.of(
                contact,
                holder(Role.FUND_MANAGER, Scope.ofProgramme(UUID.randomUUID())),
                holder(Role.STAKEHOLDER, Scope.DEPLOYMENT))) {
            assertThat(service.get(stranger, path).body().get("items")).isEmpty();
            assertThat(service.get(stranger, "/recipients/reach?fundId=" + fund)
                            .body()
                            .get("items"))
                    .isEmpty();
        }
        assertThat(service.get(manager, "/recipients/unreached").status()).isEqualTo(422);
    }

    private final Map<UUID, UUID> commitments = new HashMap<>();

    private UUID commitmentOf(UUID investor) {
        return Objects.requireNonNull(commitments.get(investor));
    }

    /** @return its commitment; the first of an investor is kept */
    private UUID commits(UUID investor) {
        UUID commitment = UUID.randomUUID();
        commitments.putIfAbsent(investor, commitment);
        subject(CommitmentDrafted.class, commitment, Map.of("investorId", investor));
        return commitment;
    }

    /** @param kept what stays of it */
    private void gives(UUID commitment, UUID investor, String kept) {
        subject(CommitmentTransferred.class, commitment, Map.of("investorId", investor, "amount", Told.money(kept)));
    }

    private void subject(Class<? extends SpecificRecord> type, UUID commitment, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("programmeId", programme);
        fields.put("fundId", fund);
        service.tell(SubjectReactions.class, fund, Told.event(type, Told.head(commitment, 1, Instant.now()), fields));
    }

    private static void works(UUID endpoint) {
        try (Connection owner = service.database.asOwner();
                PreparedStatement update =
                        owner.prepareStatement("update webhook_endpoint set state = 'ACTIVE' where endpoint_id = ?")) {
            update.setObject(1, endpoint);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_call_to_investors_who_are_all_reached_is_told_to_nobody() {
        UUID call = UUID.randomUUID();
        UUID reached = named("A");
        mailed(reached);
        service.tell(
                NoticeReactions.class,
                fund,
                Told.event(CapitalCallIssued.class, call, Map.of("programmeId", programme, "fundId", fund, "lines", 1)),
                line(call, reached));

        assertThat(types(manager)).isEmpty();
    }

    @Test
    void what_can_be_muted_and_comes_back_is_told_to_nobody() {
        service.tell(NoticeReactions.class, fund, Told.event(CallLinePaid.class, fund, ids));
        bounces(contact);

        assertThat(last(manager).get("type").asText()).isEqualTo("CC-05");
    }
}
