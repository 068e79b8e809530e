package tranche.notifications.subscription.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.FundCreated;
import tranche.commitments.ProgrammeCreated;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.SubscriptionChanged;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.notifications.subscription.reactions.SubscriptionReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Who asks for more is told of more, once, and never of what his grants do not let him see. */
class SubscriptionsOverHttpTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID programme = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID milestone = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();

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
                Told.given(UUID.randomUUID(), actor.account(), role, scope, BEFORE));
        return actor;
    }

    private static Reply subscribe(Actor actor, String scope, String types) {
        return service.post(
                actor,
                "/subscriptions",
                "{\"recipientId\": \"me\", \"scope\": {%s}, \"types\": [%s], \"channels\": [\"PORTAL\"]}"
                        .formatted(scope, types));
    }

    private static Reply subscribed(Actor actor, String scope, String types) {
        Reply reply = subscribe(actor, scope, types);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply;
    }

    private static String named(String field, Object value) {
        return "\"" + field + "\": \"" + value + "\"";
    }

    private void isRegistered(String region) {
        service.tell(
                SubjectReactions.class,
                programme,
                Told.event(ProgrammeCreated.class, Told.head(programme, 1, BEFORE), Map.of("programmeId", programme)));
        service.tell(
                SubjectReactions.class,
                project,
                Told.event(
                        ProjectRegistered.class,
                        Told.head(project, 1, BEFORE),
                        Map.of("programmeId", programme, "projectId", project, "region", region)),
                Told.event(
                        MilestonePlanned.class,
                        Told.head(project, 2, BEFORE),
                        Map.of("programmeId", programme, "projectId", project, "milestoneId", milestone)));
    }

    private <T extends SpecificRecord> T ofMilestone(Class<T> type, Instant at) {
        Map<String, Object> ids =
                new HashMap<>(Map.of("programmeId", programme, "projectId", project, "milestoneId", milestone));
        return Told.event(type, Told.head(project, 3, at), ids);
    }

    private <T extends SpecificRecord> T ofFund(Class<T> type) {
        return Told.event(type, fund, Map.of("programmeId", programme, "fundId", fund));
    }

    private static void told(SpecificRecord... events) {
        service.tell(NoticeReactions.class, UUID.randomUUID(), events);
    }

    private static List<String> alerts(Actor actor) {
        return service.get(actor, "/alerts").body().findValuesAsText("eventId");
    }

    private static String id(SpecificRecord event) {
        return ((tranche.Head) event.get(0)).getEventId().toString();
    }

    @Test
    @DisplayName(
            "an auditor, whom the catalogue does not tell of it, is told of a verified milestone that he asks for, once")
    void who_asks_is_told_once() {
        isRegistered("US-AZ");
        Actor auditor = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        Actor silent = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        Reply made = subscribed(auditor, named("milestoneId", milestone), "\"MS-03\"");
        subscribed(auditor, named("projectId", project), "\"*\"");
        MilestoneAchieved achieved = ofMilestone(MilestoneAchieved.class, Instant.now());
        told(achieved, achieved);
        told(achieved);

        assertThat(alerts(auditor)).containsExactly(id(achieved));
        assertThat(alerts(silent)).isEmpty();
        assertThat(made.header("Location")).isEqualTo("/api/v1/subscriptions/" + made.id());
        assertThat(made.body().at("/scope/milestoneId").asText()).isEqualTo(milestone.toString());
        assertThat(service.get(auditor, "/subscriptions").body().get("items")).hasSize(2);
        assertThat(service.get(silent, "/subscriptions").body().get("items")).isEmpty();
    }

    @Test
    @DisplayName("a subscription to everything tells a stakeholder nothing of drafts, claims or another programme")
    void a_subscription_widens_no_right() {
        isRegistered("US-AZ");
        Actor stakeholder = holder(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        Actor elsewhere = holder(Role.AUDITOR, Scope.ofProgramme(UUID.randomUUID()));
        Actor auditor = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        subscribed(stakeholder, "", "\"*\"");
        subscribed(elsewhere, "", "\"*\"");
        subscribed(auditor, "", "\"*\"");
        CapitalCallDrafted drafted = ofFund(CapitalCallDrafted.class);
        CallLineIssued issued = ofFund(CallLineIssued.class);
        MilestoneClaimed claimed = ofMilestone(MilestoneClaimed.class, Instant.now());
        told(drafted, issued, claimed);

        assertThat(alerts(stakeholder)).isEmpty();
        assertThat(alerts(elsewhere)).isEmpty();
        assertThat(alerts(auditor)).containsExactlyInAnyOrder(id(drafted), id(issued), id(claimed));
    }

    @Test
    @DisplayName("a region's projects are those that were there when it happened, in whatever order it is heard")
    void a_region_s_projects_are_those_of_the_time() {
        Actor auditor = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        subscribed(auditor, named("region", "US-" + project), "\"*\"");
        MilestoneAchieved early = ofMilestone(MilestoneAchieved.class, Instant.now());
        told(early);
        assertThat(alerts(auditor)).isEmpty();
        isRegistered("US-" + project);
        assertThat(alerts(auditor)).containsExactly(id(early));

        service.tell(
                SubjectReactions.class,
                project,
                Told.event(
                        ProjectChanged.class,
                        Told.head(project, 4, Instant.now()),
                        Map.of("programmeId", programme, "projectId", project, "region", "US-NY")));
        told(ofMilestone(MilestoneAchieved.class, Instant.now()));
        assertThat(alerts(auditor)).containsExactly(id(early));
    }

    @Test
    @DisplayName(
            "what is recorded while a subscription is paused is not told, and what was recorded before is, however late")
    void a_pause_is_a_pause_of_what_is_recorded_then() {
        isRegistered("US-AZ");
        Actor auditor = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        String path = "/subscriptions/"
                + subscribed(auditor, named("programmeId", programme), "\"MS-03\"")
                        .id();
        MilestoneAchieved before = ofMilestone(MilestoneAchieved.class, Instant.now());
        Reply paused = service.post(auditor, path + "/pause", "", "If-Match", "\"1\"");
        MilestoneAchieved within = ofMilestone(MilestoneAchieved.class, Instant.now());
        Reply resumed = service.post(auditor, path + "/resume", "");
        MilestoneAchieved after = ofMilestone(MilestoneAchieved.class, Instant.now());
        told(before, within, after);
        Reply ended = service.send(auditor, "DELETE", path, "");
        told(ofMilestone(MilestoneAchieved.class, Instant.now()));

        assertThat(paused.text("state")).isEqualTo("PAUSED");
        assertThat(resumed.text("state")).isEqualTo("ACTIVE");
        assertThat(ended.text("state")).isEqualTo("UNSUBSCRIBED");
        assertThat(alerts(auditor)).containsExactlyInAnyOrder(id(before), id(after));
        assertThat(service.get(auditor, path).status()).isEqualTo(404);
        assertThat(service.send(auditor, "DELETE", path, "").status()).isEqualTo(404);
        assertThat(service.get(auditor, "/subscriptions").body().get("items")).isEmpty();
    }

    @Test
    void what_was_told_while_it_was_asked_for_is_told_once_the_asking_is_heard_of() {
        isRegistered("US-AZ");
        Actor auditor = holder(Role.AUDITOR, Scope.ofProgramme(programme));
        MilestoneAchieved achieved =
                ofMilestone(MilestoneAchieved.class, Instant.now().plusSeconds(5));
        told(achieved);
        UUID id = subscribed(auditor, named("programmeId", programme), "\"*\"").id();
        assertThat(alerts(auditor)).isEmpty();
        service.tell(
                SubscriptionReactions.class,
                auditor.account(),
                Told.event(
                        SubscriptionChanged.class,
                        auditor.account(),
                        Map.of("recipientId", auditor.account(), "subscriptionId", id, "state", "ACTIVE")));

        assertThat(alerts(auditor)).containsExactly(id(achieved));
    }

    @Test
    @DisplayName("R11: what is not to be seen cannot be told from what is not there")
    void only_what_is_seen_can_be_asked_for() {
        isRegistered("US-AZ");
        service.tell(
                SubjectReactions.class,
                fund,
                Told.event(
                        FundCreated.class,
                        Told.head(fund, 1, BEFORE),
                        Map.of("programmeId", programme, "fundId", fund)));
        Actor ofFund = holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund));
        Actor ofSite = holder(
                Role.SITE_REPORTER,
                new Scope(Optional.of(programme), Optional.empty(), Optional.empty(), Optional.of(project)));
        Actor stranger = holder(Role.FUND_MANAGER, Scope.ofProgramme(UUID.randomUUID()));
        Actor admin = holder(Role.ADMIN, Scope.DEPLOYMENT);
        Map<String, UUID> things =
                Map.of("programmeId", programme, "fundId", fund, "projectId", project, "milestoneId", milestone);
        things.forEach((field, id) -> {
            Reply unseen = subscribe(stranger, named(field, id), "\"*\"");
            Reply none = subscribe(stranger, named(field, UUID.randomUUID()), "\"*\"");
            assertThat(unseen.status()).isEqualTo(422);
            assertThat(unseen.body().at("/errors/0/pointer").asText()).isEqualTo("/scope/" + field);
            assertThat(unseen.body().get("errors")).isEqualTo(none.body().get("errors"));
            assertThat(subscribe(admin, named(field, id), "\"*\"").status()).isEqualTo(422);
            assertThat(subscribe(ofFund, named(field, id), "\"*\"").status()).isEqualTo(201);
            assertThat(subscribe(ofSite, named(field, id), "\"*\"").status())
                    .isEqualTo(field.equals("fundId") ? 422 : 201);
        });
    }

    @Test
    void a_body_is_read_strictly_and_told_all_at_once() {
        Actor auditor = holder(Role.AUDITOR, Scope.DEPLOYMENT);
        Reply wrong = service.post(auditor, "/subscriptions", """
                {"recipientId": "%s", "scope": {"fundId": "%s", "region": "US-AZ"}, "types": ["XX-99"], "channels": [],
                 "quietHours": {"from": "24:00", "to": "7"}}""".formatted(UUID.randomUUID(), UUID.randomUUID()));
        Reply first = service.post(
                auditor,
                "/subscriptions",
                "{\"recipientId\": \"%s\", \"scope\": {}, \"types\": [\"*\", \"MS-03\"], \"channels\": [\"PORTAL\", \"EMAIL\"],"
                                .formatted(auditor.account())
                        + " \"digest\": \"DAILY\", \"quietHours\": {\"from\": \"22:00\", \"to\": \"07:00\"}}",
                "Idempotency-Key",
                "once");

        assertThat(wrong.body().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/recipientId", "/scope/region", "/types/0", "/channels", "/quietHours/from", "/quietHours/to");
        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(first.body().at("/types/0").asText()).isEqualTo("*");
        assertThat(first.body().at("/quietHours/to").asText()).isEqualTo("07:00");
        assertThat(service.get(auditor, "/subscriptions", "Accept", "text/csv")
                        .raw()
                        .body())
                .contains(first.id().toString(), "PORTAL EMAIL");
    }
}
