package tranche.commitments.forecast.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.commitments.ToldSite.TODAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.OnBroker;
import tranche.commitments.ToldSite;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.domain.Waiver;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.milestone.store.SiteRows;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.Flow;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.Verifier;
import tranche.values.actor.Maker;
import tranche.values.country.Country;

/** Milestones as their service tells of them: from the topic to the rows that tranches will be decided upon. */
@Tag("broker")
class MilestoneReactionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;

    private final UUID milestone = UUID.randomUUID();
    private final ToldSite site = new ToldSite(OnBroker.registry());

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data, OnBroker.properties());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Optional<Milestone> kept(UUID milestone) {
        var id = new MilestoneId(milestone);
        return Optional.ofNullable(service.bean(Flow.class)
                .writers()
                .together(transaction -> MilestoneRows.load(transaction.connection(), List.of(id)))
                .get(id));
    }

    private static Optional<Site> keptSite(UUID project) {
        return Optional.ofNullable(service.bean(Flow.class)
                .writers()
                .together(transaction -> SiteRows.load(transaction.connection(), List.of(project)))
                .get(project));
    }

    private static Milestone awaited(UUID milestone, Predicate<Milestone> state) {
        return await().atMost(LIMIT)
                .until(() -> kept(milestone), found -> found.filter(state).isPresent())
                .orElseThrow();
    }

    @Test
    void a_milestone_is_kept_as_it_was_planned() {
        UUID told = site.planned(milestone);

        assertThat(awaited(milestone, _ -> true))
                .isEqualTo(new Milestone(
                        new MilestoneId(milestone),
                        new ProgrammeId(site.programme),
                        site.project,
                        "Shell complete",
                        "PLANNED",
                        new Outlook(TODAY.plusDays(31), 1, Optional.empty(), List.of(), told),
                        Optional.empty(),
                        List.of(),
                        false));
    }

    @Test
    void a_forecast_is_kept_with_its_reason_and_what_drives_it() {
        UUID driver = UUID.randomUUID();
        site.planned(milestone);
        UUID told = site.slipped(milestone, driver);

        Milestone slipped = awaited(milestone, one -> one.outlook().slipDays() == 40);

        assertThat(slipped.outlook())
                .isEqualTo(new Outlook(
                        TODAY.plusDays(70),
                        40,
                        Optional.of("The permit is late."),
                        List.of(new Outlook.Driver(new MilestoneId(driver), 38)),
                        told));
    }

    @Test
    void what_has_a_new_baseline_is_late_no_more() {
        site.planned(milestone);
        site.slipped(milestone, UUID.randomUUID());
        awaited(milestone, one -> one.outlook().slipDays() == 40);
        site.rebaselined(milestone);

        Milestone rebaselined = awaited(milestone, one -> one.outlook().slipDays() == 0);

        assertThat(rebaselined.outlook().date()).isEqualTo(TODAY.plusDays(70));
    }

    @Test
    @DisplayName("D-2, D-5: a verification is kept with its day, its verifiers and its event, until it is revoked")
    void a_verification_is_kept_until_it_is_revoked() {
        var vera = new Verifier(UUID.randomUUID(), UUID.randomUUID());
        var vic = new Verifier(UUID.randomUUID(), UUID.randomUUID());
        site.planned(milestone);
        UUID told = site.achieved(milestone, vera, vic);

        Milestone achieved = awaited(milestone, Milestone::isAchieved);
        assertThat(achieved.achievement())
                .contains(new Achievement(
                        TODAY.minusDays(2),
                        TODAY,
                        Set.of(
                                new Maker(vera.getAccountId(), vera.getPersonId()),
                                new Maker(vic.getAccountId(), vic.getPersonId())),
                        List.of("ab".repeat(32)),
                        told));
        assertThat(achieved.state()).isEqualTo("ACHIEVED");
        assertThat(achieved.outlook().date()).isEqualTo(TODAY.minusDays(2));
        assertThat(achieved.outlook().slipDays()).isEqualTo(3);

        site.revoked(milestone);
        Milestone revoked = awaited(milestone, one -> !one.isAchieved());
        assertThat(revoked.state()).isEqualTo("REJECTED");
    }

    @Test
    void what_comes_twice_counts_once() {
        UUID tranche = UUID.randomUUID();
        site.planned(milestone);
        UUID told = site.waived(milestone, tranche);
        site.tellAgain();
        site.achieved(milestone, new Verifier(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(awaited(milestone, Milestone::isAchieved).waivers())
                .containsExactly(new Waiver(false, Set.of(tranche), TODAY, TODAY.plusDays(90), told));
    }

    @Test
    void waivers_are_kept_until_they_are_revoked() {
        site.planned(milestone);
        site.waived(milestone, UUID.randomUUID());
        site.waived(milestone, UUID.randomUUID());
        awaited(milestone, one -> one.waivers().size() == 2);

        site.waiversRevoked(milestone);

        awaited(milestone, one -> one.waivers().isEmpty());
    }

    @Test
    void a_milestone_that_leaves_the_plan_is_kept_as_gone() {
        site.planned(milestone);
        site.tell(
                milestone,
                head -> MilestoneRemoved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(site.programme)
                        .setProjectId(site.project)
                        .setMilestoneId(milestone)
                        .setReason("It is not built.")
                        .setProposedBy(UUID.randomUUID())
                        .setState("REMOVED")
                        .build());

        assertThat(awaited(milestone, Milestone::isGone).state()).isEqualTo("REMOVED");
    }

    @Test
    void nothing_is_kept_of_a_milestone_that_was_never_planned() {
        UUID known = UUID.randomUUID();
        site.slipped(milestone, UUID.randomUUID());
        site.planned(known);

        awaited(known, _ -> true);
        assertThat(kept(milestone)).isEmpty();
    }

    @Test
    void a_site_is_kept_where_it_was_told_last() {
        site.registered("US-AZ", "US");
        site.registered("JP-43", "JP");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(keptSite(site.project))
                        .contains(new Site(
                                site.project,
                                new ProgrammeId(site.programme),
                                Optional.of("Fab 1"),
                                new Country("JP"),
                                "JP-43")));
    }
}
