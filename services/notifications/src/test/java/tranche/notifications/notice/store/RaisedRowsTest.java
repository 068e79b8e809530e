package tranche.notifications.notice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.ForecastCause;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundCreated;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.RaiseThresholdPassed;
import tranche.commitments.TrancheReleased;
import tranche.flow.Flow;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneSlipped;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.Told;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.notice.domain.News;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.events.NoticeAvro;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Who is told of what, and that it is told once, whatever comes twice, late or at the same time. */
class RaisedRowsTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID programme = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
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
        return holder(UUID.randomUUID(), role, scope, BEFORE);
    }

    private static Actor holder(UUID grant, Role role, Scope scope, Instant since) {
        Actor actor = NotificationsProcess.with(role, scope);
        service.tell(RecipientReactions.class, actor.account(), Told.given(grant, actor.account(), role, scope, since));
        return actor;
    }

    private static List<String> alerts(Actor actor) {
        return service.get(actor, "/alerts").body().findValuesAsText("eventId");
    }

    private static String id(SpecificRecord event) {
        return ((tranche.Head) event.get(0)).getEventId().toString();
    }

    private MilestoneAchieved achieved() {
        return Told.event(
                MilestoneAchieved.class,
                project,
                Map.of("programmeId", programme, "projectId", project, "milestoneId", UUID.randomUUID()));
    }

    private CommitmentDrafted drafted() {
        return Told.event(
                CommitmentDrafted.class,
                Told.head(fund, 2, BEFORE),
                Map.of("programmeId", programme, "fundId", fund, "investorId", investor));
    }

    private FundCreated created() {
        return Told.event(
                FundCreated.class, Told.head(fund, 1, BEFORE), Map.of("programmeId", programme, "fundId", fund));
    }

    private static void told(SpecificRecord event) {
        service.tell(NoticeReactions.class, UUID.randomUUID(), event);
    }

    private static Scope ofProject(UUID programme, UUID project) {
        return new Scope(Optional.of(programme), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    private static List<String> said(Actor actor) {
        return service.get(actor, "/alerts").body().findValuesAsText("body");
    }

    private static UUID named(String name) {
        UUID id = UUID.randomUUID();
        service.tell(
                SubjectReactions.class,
                id,
                Told.event(InvestorRegistered.class, id, Map.of("investorId", id, "name", name)));
        return id;
    }

    @Test
    @DisplayName(
            "CM-05: a transfer is told to both investors and to managers, once each, and no investor reads the other's name")
    void a_transfer_is_told_to_both_and_names_nobody_to_those_who_may_not_see_it() {
        UUID giver = named("Giver");
        UUID taker = named("Taker");
        Map<String, UUID> of = Map.of("programmeId", programme, "fundId", fund);
        Map<String, Object> given = new HashMap<>(of);
        given.putAll(Map.of("investorId", giver, "toInvestorId", taker));
        Map<String, Object> received = new HashMap<>(of);
        received.putAll(Map.of("investorId", taker, "fromInvestorId", giver));
        CommitmentTransferReceived has = Told.event(CommitmentTransferReceived.class, fund, received);
        Actor manager = holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund));
        Actor from = holder(Role.INVESTOR, Scope.ofInvestor(giver));
        Actor to = holder(Role.INVESTOR, Scope.ofInvestor(taker));

        service.tell(SubjectReactions.class, fund, created(), has);
        service.tell(NoticeReactions.class, fund, Told.event(CommitmentTransferred.class, fund, given), has);

        assertThat(said(manager))
                .singleElement()
                .asString()
                .startsWith("Giver has transferred ")
                .contains(" to Taker, ");
        assertThat(said(from))
                .singleElement()
                .asString()
                .startsWith("Giver has")
                .contains(" to another investor, ");
        assertThat(said(to))
                .singleElement()
                .asString()
                .startsWith("Taker has taken over ")
                .contains(" from another investor, ");
        told(Told.event(TrancheReleased.class, fund, of));
        assertThat(said(to)).as("what comes after concerns whoever has it now").hasSize(2);
    }

    @Test
    @DisplayName(
            "CM-07, N-6: a raise is told to everybody who has to do with the programme, and a higher threshold supersedes a lower one")
    void a_raise_is_told_by_its_last_threshold() {
        service.tell(SubjectReactions.class, fund, created(), drafted());
        List<Actor> all = List.of(
                holder(Role.STAKEHOLDER, Scope.ofProgramme(programme)),
                holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund)),
                holder(Role.INVESTOR, Scope.ofInvestor(investor)));
        Actor elsewhere = holder(Role.STAKEHOLDER, Scope.ofProgramme(UUID.randomUUID()));

        for (int percent : List.of(25, 50)) {
            service.tell(
                    NoticeReactions.class,
                    programme,
                    Told.event(
                            RaiseThresholdPassed.class,
                            programme,
                            Map.of("programmeId", programme, "percent", percent)));
        }

        for (Actor one : all) {
            assertThat(service.get(one, "/alerts").body().findValuesAsText("state"))
                    .containsExactly("CREATED", "SUPERSEDED");
            assertThat(service.get(one, "/alerts?open=true")
                            .body()
                            .at("/items/0/title")
                            .asText())
                    .endsWith(" has reached 50%");
        }
        assertThat(alerts(elsewhere)).isEmpty();
    }

    @Test
    void a_milestone_is_told_to_those_whose_grant_reaches_it() {
        Actor everywhere = holder(Role.FUND_MANAGER, Scope.DEPLOYMENT);
        Actor there = holder(Role.SITE_REPORTER, ofProject(programme, project));
        Actor besides = holder(Role.SITE_REPORTER, ofProject(programme, UUID.randomUUID()));
        Actor other = holder(Role.STAKEHOLDER, Scope.ofProgramme(UUID.randomUUID()));
        Actor verifier = holder(Role.VERIFIER, Scope.DEPLOYMENT);
        MilestoneAchieved event = achieved();
        told(event);

        assertThat(alerts(everywhere)).contains(id(event));
        assertThat(alerts(there)).containsExactly(id(event));
        assertThat(alerts(besides)).isEmpty();
        assertThat(alerts(other)).isEmpty();
        assertThat(alerts(verifier)).isEmpty();
    }

    @Test
    @DisplayName("what is published reaches investors and funds of the programme; what is only claimed does not")
    void funds_and_investors_hear_what_is_published_of_their_programme() {
        service.tell(SubjectReactions.class, fund, created(), drafted());
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        Actor nameless = holder(Role.INVESTOR, Scope.DEPLOYMENT);
        Actor stranger = holder(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()));
        Actor ofFund = holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund));
        MilestoneAchieved event = achieved();
        told(event);
        told(Told.event(MilestoneClaimed.class, project, Map.of("programmeId", programme, "projectId", project)));

        assertThat(alerts(contact)).containsExactly(id(event));
        assertThat(alerts(ofFund)).containsExactly(id(event));
        assertThat(alerts(nameless)).isEmpty();
        assertThat(alerts(stranger)).isEmpty();
    }

    @Test
    void a_call_line_is_told_to_its_investor_alone() {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        Actor ofAnother = holder(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()));
        Actor manager = holder(Role.FUND_MANAGER, Scope.ofFund(programme, fund));
        CallLineIssued issued = Told.event(
                CallLineIssued.class, fund, Map.of("programmeId", programme, "fundId", fund, "investorId", investor));
        told(issued);

        assertThat(alerts(contact)).containsExactly(id(issued));
        assertThat(alerts(ofAnother)).isEmpty();
        assertThat(alerts(manager)).isEmpty();
    }

    @Test
    @DisplayName("N-6: whose grant was withdrawn, or whose account was shut, is told nothing more")
    void a_grant_that_has_ended_reaches_nothing() {
        UUID grant = UUID.randomUUID();
        Actor former = holder(grant, Role.STAKEHOLDER, Scope.ofProgramme(programme), BEFORE);
        Actor shut = holder(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        service.tell(
                RecipientReactions.class, former.account(), Told.withdrawn(grant, former.account(), Role.STAKEHOLDER));
        service.tell(RecipientReactions.class, shut.account(), Told.shut(shut.account()));
        told(achieved());

        assertThat(alerts(former)).isEmpty();
        assertThat(alerts(shut)).isEmpty();
    }

    @Test
    void a_grant_and_a_holding_that_are_heard_of_late_tell_what_they_would_have_told_in_time() {
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        MilestoneAchieved event = achieved();
        told(event);
        Actor late = holder(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        Actor later = holder(
                UUID.randomUUID(),
                Role.STAKEHOLDER,
                Scope.ofProgramme(programme),
                Instant.now().plusSeconds(60));
        assertThat(alerts(contact)).isEmpty();
        service.tell(SubjectReactions.class, fund, created(), drafted());

        assertThat(alerts(contact)).containsExactly(id(event));
        assertThat(alerts(late)).containsExactly(id(event));
        assertThat(alerts(later)).isEmpty();
    }

    @Test
    @DisplayName("N-1: one alert for each recipient and cause, numbered without end, however the topics race")
    void what_comes_at_the_same_time_is_told_once() {
        List<Actor> early = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            early.add(holder(Role.STAKEHOLDER, Scope.ofProgramme(programme)));
        }
        List<MilestoneAchieved> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(achieved());
        }
        List<Actor> late = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            late.add(NotificationsProcess.with(Role.STAKEHOLDER, Scope.ofProgramme(programme)));
        }
        List<CompletableFuture<Void>> racing = new ArrayList<>();
        for (MilestoneAchieved event : events) {
            racing.add(CompletableFuture.runAsync(() -> told(event)));
            racing.add(CompletableFuture.runAsync(() -> told(event)));
        }
        for (Actor actor : late) {
            racing.add(CompletableFuture.runAsync(() -> service.tell(
                    RecipientReactions.class,
                    actor.account(),
                    Told.given(
                            UUID.randomUUID(),
                            actor.account(),
                            Role.STAKEHOLDER,
                            Scope.ofProgramme(programme),
                            BEFORE))));
        }
        racing.forEach(CompletableFuture::join);

        List<String> causes = events.stream().map(RaisedRowsTest::id).toList();
        assertThat(early).allSatisfy(actor -> assertThat(alerts(actor)).containsExactlyInAnyOrderElementsOf(causes));
        assertThat(late).allSatisfy(actor -> assertThat(alerts(actor)).containsExactlyInAnyOrderElementsOf(causes));
    }

    @Test
    void a_grant_that_is_heard_of_while_an_event_is_told_is_told_of_it() {
        MilestoneAchieved event = achieved();
        Actor actor = NotificationsProcess.with(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        Notice notice = NoticeAvro.notice(event.getHead(), event).orElseThrow();
        CompletableFuture<Void> beside = service.bean(Flow.class).writers().together(transaction -> {
            service.bean(NewAlerts.class).tell(transaction, new News(List.of(notice), List.of(), Map.of()), Map.of());
            CompletableFuture<Void> granting = CompletableFuture.runAsync(() -> service.tell(
                    RecipientReactions.class,
                    actor.account(),
                    Told.given(
                            UUID.randomUUID(),
                            actor.account(),
                            Role.STAKEHOLDER,
                            Scope.ofProgramme(programme),
                            BEFORE)));
            await().until(() -> granting.isDone() || isWaiting());
            return granting;
        });
        beside.join();

        assertThat(alerts(actor)).containsExactly(id(event));
    }

    private MilestoneSlipped slipped(UUID milestone, int slipDays) {
        return Told.event(
                MilestoneSlipped.class,
                project,
                Map.of(
                        "programmeId", programme,
                        "projectId", project,
                        "milestoneId", milestone,
                        "slipDays", slipDays));
    }

    private ForecastChanged moved(UUID whose, UUID milestone, int slipDays) {
        return changed("MOVED", whose, milestone, slipDays);
    }

    private ForecastChanged changed(String change, UUID whose, UUID milestone, int slipDays) {
        ForecastChanged any = Told.event(ForecastChanged.class, fund, Map.of());
        ForecastCause cause = ForecastCause.newBuilder()
                .setMilestoneId(milestone)
                .setSlipDays(slipDays)
                .build();
        ForecastRow row = ForecastRow.newBuilder(any.getRows().getFirst())
                .setChange(change)
                .setCauses(List.of(cause))
                .setCalled(false)
                .build();
        return Told.event(
                ForecastChanged.class,
                fund,
                Map.of("programmeId", programme, "fundId", fund, "investorId", whose, "rows", List.of(row)));
    }

    @Test
    @DisplayName("MS-05: a slip is told to those investors whose forecast it has changed, whichever is heard of first")
    void a_slip_is_told_to_investors_whose_forecast_it_moved() {
        UUID another = UUID.randomUUID();
        UUID milestone = UUID.randomUUID();
        service.tell(
                SubjectReactions.class,
                fund,
                created(),
                drafted(),
                Told.event(
                        CommitmentDrafted.class,
                        Told.head(fund, 3, BEFORE),
                        Map.of("programmeId", programme, "fundId", fund, "investorId", another)));
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        Actor besides = holder(Role.INVESTOR, Scope.ofInvestor(another));
        Actor manager = holder(Role.FUND_MANAGER, Scope.ofProgramme(programme));
        MilestoneSlipped first = slipped(milestone, 41);
        ForecastChanged soon = moved(investor, milestone, 41);
        told(first);
        assertThat(alerts(contact)).isEmpty();
        told(soon);
        assertThat(alerts(contact)).containsExactlyInAnyOrder(id(first), id(soon));

        MilestoneSlipped second = slipped(milestone, 60);
        ForecastChanged early = moved(investor, milestone, 60);
        told(early);
        told(second);
        assertThat(alerts(contact)).containsExactlyInAnyOrder(id(first), id(soon), id(second), id(early));
        assertThat(alerts(besides)).isEmpty();
        assertThat(alerts(manager)).containsExactlyInAnyOrder(id(first), id(second));
    }

    @Test
    @DisplayName(
            "MS-05: a call that is new has not moved: the slip of long ago that it waits for is told to nobody anew")
    void a_call_that_is_new_tells_no_old_slip() {
        UUID milestone = UUID.randomUUID();
        service.tell(SubjectReactions.class, fund, created(), drafted());
        Actor contact = holder(Role.INVESTOR, Scope.ofInvestor(investor));
        told(slipped(milestone, 41));
        ForecastChanged added = changed("ADDED", investor, milestone, 41);
        told(added);

        assertThat(alerts(contact)).containsExactly(id(added));
    }

    @Test
    void what_was_recorded_before_somebody_asks_is_not_looked_through_again() {
        Actor holder = holder(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        MilestoneAchieved event = achieved();
        Instant recorded = event.getHead().getRecordedAt();
        List<UUID> accounts = List.of(holder.account());

        service.bean(Flow.class).writers().together(transaction -> {
            Connection connection = transaction.connection();
            NoticeRows.keep(
                    connection,
                    List.of(NoticeAvro.notice(event.getHead(), event).orElseThrow()),
                    Map.of());

            assertThat(RaisedRows.ofSubscribers(connection, accounts, recorded)).hasSize(1);
            assertThat(RaisedRows.ofSubscribers(connection, accounts, recorded.plusMillis(1)))
                    .isEmpty();
            return accounts.size();
        });
    }

    /** Whether a transaction waits for its turn. */
    private static boolean isWaiting() throws SQLException {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            return row.next() && row.getLong(1) > 0;
        }
    }
}
