package tranche.portal.timeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.portal.timeline.store.TimelineEvents.tell;
import static tranche.portal.timeline.store.TimelineViews.access;
import static tranche.portal.timeline.store.TimelineViews.ofProject;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.Evidence;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectKind;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.portal.timeline.domain.ProjectTotals;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("Projects and milestones as the portal reads them")
class TimelineStoreTest {

    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final UUID OTHER_PROGRAMME = UUID.randomUUID();
    private static final UUID FUND = UUID.randomUUID();
    private static final UUID INVESTOR = UUID.randomUUID();
    private static final UUID ACTOR = UUID.randomUUID();

    private static final TimelineEvents FAB = new TimelineEvents(PROGRAMME, UUID.randomUUID(), ACTOR);
    private static final TimelineEvents PLANT = new TimelineEvents(PROGRAMME, UUID.randomUUID(), ACTOR);
    private static final TimelineEvents ELSEWHERE = new TimelineEvents(OTHER_PROGRAMME, UUID.randomUUID(), ACTOR);

    private static final UUID SITE = UUID.randomUUID();
    private static final UUID CONCRETE = UUID.randomUUID();
    private static final UUID STEEL = UUID.randomUUID();
    private static final UUID CHIMNEY = UUID.randomUUID();
    private static final UUID ALONE = UUID.randomUUID();

    private static final Access AUDITOR = new Access(List.of(
            new Grant(Role.AUDITOR, Scope.ofProgramme(PROGRAMME)),
            new Grant(Role.AUDITOR, Scope.ofProgramme(OTHER_PROGRAMME))));

    private static TimelineViews views;
    private static HikariDataSource dataSource;
    private static ProjectStore projects;
    private static ProjectHistory detail;

    @BeforeAll
    static void start() throws SQLException {
        views = TimelineViews.open();
        dataSource = views.dataSource();
        projects = views.projects();
        detail = views.detail();
        tell(
                dataSource,
                FAB.registered("Fab one", "FAB", "US-NY", "US"),
                FAB.planned(SITE, "Site prepared", "2025-11-01", "CERTIFICATE", "PHOTO"),
                FAB.planned(CONCRETE, "First concrete", "2026-01-30", "CERTIFICATE", "PHOTO"),
                FAB.planned(STEEL, "Steel topped out", "2027-02-01"),
                FAB.planned(CHIMNEY, "Chimney", "2027-03-01"));
        // A first claim is rejected: its evidence is no evidence of the second one.
        tell(dataSource, FAB.claimed(SITE, "2025-10-20"), FAB.evidence(SITE, "PHOTO"), FAB.rejected(SITE));
        tell(
                dataSource,
                FAB.claimed(SITE, "2025-12-01"),
                FAB.evidence(SITE, "CERTIFICATE", "PHOTO"),
                FAB.verified(SITE, "2025-12-01"),
                FAB.achieved(SITE, "2025-12-01", 30));
        tell(
                dataSource,
                FAB.forecast(CONCRETE, "2026-01-30", "2026-06-12", 133, "NONE"),
                FAB.slipped(CONCRETE, "2026-01-30", "2026-06-12", 133),
                FAB.forecast(STEEL, "2027-02-01", "2027-06-14", 133, "SIGNIFICANT", CONCRETE),
                FAB.slipped(STEEL, "2027-02-01", "2027-06-14", 133),
                FAB.removed(CHIMNEY));
        tell(
                dataSource,
                PLANT.registered("Gas plant", "SUPPLY_PLANT", "Taylor", "US"),
                PLANT.planned(ALONE, "Permit granted", "2026-09-01", "CERTIFICATE"),
                PLANT.claimed(ALONE, "2026-08-20"));
        tell(dataSource, ELSEWHERE.registered("Centre", "RND_CENTRE", "JP-13", "JP"));
        views.commit(PROGRAMME, FUND, INVESTOR);
    }

    @AfterAll
    static void stop() {
        views.close();
    }

    private static List<String> names(Access access, ProjectFilter filter, ProjectSort sort) {
        return projects.page(access, filter, sort, Optional.empty(), 50).rows().stream()
                .map(ProjectRow::name)
                .toList();
    }

    private static List<String> names(Access access) {
        return names(access, ProjectFilter.ALL, new ProjectSort(ProjectSort.Column.NAME, false));
    }

    private static Milestone milestone(Access access, UUID id) {
        return views.milestone(access, FAB.project(), id);
    }

    private static ProjectRow row(UUID project) {
        return detail.of(AUDITOR, project).orElseThrow().row();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FUND_MANAGER", "APPROVER", "VERIFIER", "SITE_REPORTER", "AUDITOR", "STAKEHOLDER"})
    void whoever_has_a_role_sees_the_projects_of_its_scope_and_no_others(Role role) {
        assertThat(names(access(role, Scope.DEPLOYMENT))).contains("Centre", "Fab one", "Gas plant");
        assertThat(names(access(role, Scope.ofProgramme(PROGRAMME)))).containsExactly("Fab one", "Gas plant");
        assertThat(names(access(role, ofProject(PLANT.project())))).containsExactly("Gas plant");
        assertThat(names(access(role, Scope.ofProgramme(UUID.randomUUID())))).isEmpty();
        assertThat(detail.of(access(role, ofProject(PLANT.project())), FAB.project()))
                .isEmpty();
        assertThat(detail.lastPlace(access(role, ofProject(PLANT.project())), FAB.project()))
                .isZero();
        assertThat(detail.steps(access(role, ofProject(PLANT.project())), FAB.project(), 50))
                .isEmpty();
        assertThat(detail.milestones(access(role, ofProject(PLANT.project())), FAB.project(), Optional.empty())
                        .milestones())
                .isEmpty();
        assertThat(detail.names(access(role, ofProject(PLANT.project())), Set.of(STEEL, ALONE)))
                .containsOnlyKeys(ALONE);
    }

    @Test
    void an_investor_sees_the_projects_of_the_programmes_that_it_has_committed_to() {
        assertThat(names(access(Role.INVESTOR, Scope.ofInvestor(INVESTOR)))).containsExactly("Fab one", "Gas plant");
        assertThat(names(access(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()))))
                .isEmpty();
        assertThat(names(access(Role.INVESTOR, Scope.DEPLOYMENT))).isEmpty();
    }

    @Test
    void an_administrator_and_whoever_has_no_grant_see_none() {
        assertThat(names(access(Role.ADMIN, Scope.DEPLOYMENT))).isEmpty();
        assertThat(names(Access.NONE)).isEmpty();
        assertThat(projects.totals(Access.NONE, ProjectFilter.ALL)).isEqualTo(new ProjectTotals(0, 0, 0, 0));
        assertThat(projects.countries(Access.NONE)).isEmpty();
        assertThat(projects.lastPlace(Access.NONE)).isZero();
    }

    @Test
    void what_is_published_names_nobody_and_leaves_out_what_was_said_within() {
        for (Access outsider : List.of(
                access(Role.STAKEHOLDER, Scope.DEPLOYMENT), access(Role.INVESTOR, Scope.ofInvestor(INVESTOR)))) {
            List<TimelineStep> steps = detail.steps(outsider, FAB.project(), 50);
            assertThat(steps).extracting(TimelineStep::actor).containsOnly(Optional.empty());
            assertThat(steps)
                    .filteredOn(step -> step.text().isPresent())
                    .extracting(TimelineStep::kind)
                    .containsOnly(ChangeKind.MILESTONE_SLIPPED);
            assertThat(milestone(outsider, SITE).trail())
                    .extracting(TimelineStep::text)
                    .containsOnly(Optional.empty());
        }
        assertThat(detail.steps(AUDITOR, FAB.project(), 50))
                .extracting(TimelineStep::actor)
                .containsOnly(Optional.of(ACTOR));
        assertThat(milestone(AUDITOR, SITE).trail())
                .extracting(TimelineStep::text)
                .contains(Optional.of("Levels within 20 mm of the drawing."));
    }

    @Test
    void whoever_works_on_one_project_sees_of_the_others_what_is_published_to_them() {
        Access both = new Access(List.of(
                new Grant(Role.SITE_REPORTER, ofProject(PLANT.project())),
                new Grant(Role.STAKEHOLDER, Scope.ofProgramme(PROGRAMME))));

        assertThat(detail.steps(both, PLANT.project(), 50))
                .extracting(TimelineStep::actor)
                .containsOnly(Optional.of(ACTOR));
        assertThat(detail.steps(both, FAB.project(), 50))
                .extracting(TimelineStep::actor)
                .containsOnly(Optional.empty());
    }

    @Test
    void a_project_is_as_late_as_its_latest_open_milestone_and_tells_what_comes_next() {
        ProjectRow fab = row(FAB.project());

        assertThat(fab.standing()).isEqualTo(Standing.SLIPPED);
        assertThat(fab.slip()).contains(133);
        assertThat(fab.next().orElseThrow().name()).isEqualTo("First concrete");
        assertThat(fab.next().orElseThrow().day()).isEqualTo(LocalDate.parse("2026-06-12"));
        assertThat(fab.milestones()).isEqualTo(3);
        assertThat(fab.achieved()).isEqualTo(1);
        assertThat(row(PLANT.project()).standing()).isEqualTo(Standing.ON_PLAN);
        assertThat(row(ELSEWHERE.project()).standing()).isEqualTo(Standing.UNPLANNED);
        assertThat(row(ELSEWHERE.project()).slip()).isEmpty();
    }

    @Test
    void what_is_only_claimed_is_counted_as_claimed_and_never_as_verified() {
        ProjectRow plant = row(PLANT.project());

        assertThat(plant.claimed()).contains(1L);
        assertThat(plant.achieved()).isZero();
        assertThat(plant.next().orElseThrow().state()).isEqualTo(MilestoneState.CLAIMED);
        assertThat(projects.totals(AUDITOR, ProjectFilter.ALL)).isEqualTo(new ProjectTotals(3, 1, 4, 1));
    }

    @Test
    void evidence_belongs_to_the_claim_that_it_was_submitted_for() {
        Milestone site = milestone(AUDITOR, SITE);

        assertThat(site.picture().check().claims()).isEqualTo(2);
        assertThat(site.evidence())
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.CERTIFICATE, EvidenceKind.PHOTO);
        assertThat(site.needed()).isEmpty();
        assertThat(milestone(AUDITOR, CONCRETE).needed()).containsExactly(EvidenceKind.CERTIFICATE, EvidenceKind.PHOTO);
    }

    @Test
    void claim_finding_and_decision_are_three_records_in_order_of_time() {
        List<TimelineStep> records = milestone(AUDITOR, SITE).records();

        assertThat(records)
                .extracting(TimelineStep::kind)
                .containsExactly(
                        ChangeKind.MILESTONE_CLAIMED, ChangeKind.MILESTONE_VERIFIED, ChangeKind.MILESTONE_ACHIEVED);
        assertThat(records).extracting(TimelineStep::recorded).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_slip_names_the_milestone_that_causes_it_and_a_removed_one_stays_to_be_seen() {
        assertThat(milestone(AUDITOR, STEEL).picture().slip().drivers()).containsExactly(CONCRETE);
        assertThat(detail.names(AUDITOR, Set.of(CONCRETE))).containsEntry(CONCRETE, "First concrete");
        assertThat(milestone(AUDITOR, CHIMNEY).picture().state()).isEqualTo(MilestoneState.REMOVED);
    }

    @Test
    void a_forecast_is_told_once() {
        assertThat(detail.steps(AUDITOR, FAB.project(), 50))
                .filteredOn(step -> step.milestone().equals(Optional.of(CONCRETE)))
                .extracting(TimelineStep::kind)
                .containsExactly(ChangeKind.MILESTONE_SLIPPED, ChangeKind.MILESTONE_PLANNED);
    }

    @Test
    void a_new_baseline_leaves_the_original_one() throws SQLException {
        TimelineEvents own = new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), ACTOR);
        UUID permit = UUID.randomUUID();
        Access here = access(Role.AUDITOR, Scope.ofProgramme(own.programme()));
        tell(dataSource, own.registered("Own", "FAB", "US-AZ", "US"), own.planned(permit, "Permit", "2026-02-01"));
        tell(
                dataSource,
                own.forecast(permit, "2026-02-01", "2026-03-15", 42, "CRITICAL"),
                own.slipped(permit, "2026-02-01", "2026-03-15", 42));
        assertThat(detail.of(here, own.project()).orElseThrow().row().standing())
                .isEqualTo(Standing.CRITICAL);

        tell(dataSource, own.rebaselined(permit, "2026-02-01", "2026-03-15", "2026-02-01"));

        var picture = detail.milestones(here, own.project(), Optional.empty())
                .milestones()
                .getFirst()
                .picture();
        assertThat(picture.days().baseline()).isEqualTo(LocalDate.parse("2026-03-15"));
        assertThat(picture.days().original()).isEqualTo(LocalDate.parse("2026-02-01"));
        assertThat(detail.of(here, own.project()).orElseThrow().row().standing())
                .isEqualTo(Standing.ON_PLAN);
    }

    @Test
    void a_stopped_project_says_so_and_each_change_moves_its_place() throws SQLException {
        TimelineEvents own = new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), ACTOR);
        Access here = access(Role.STAKEHOLDER, Scope.ofProgramme(own.programme()));
        tell(dataSource, own.registered("Own", "FAB", "US-AZ", "US"));
        long before = detail.lastPlace(here, own.project());
        long others = detail.lastPlace(AUDITOR, FAB.project());

        tell(dataSource, own.stopped());

        assertThat(detail.of(here, own.project()).orElseThrow().row().standing())
                .isEqualTo(Standing.STOPPED);
        assertThat(detail.lastPlace(here, own.project())).isGreaterThan(before).isEqualTo(projects.lastPlace(here));
        assertThat(detail.lastPlace(AUDITOR, FAB.project())).isEqualTo(others);
    }

    @Test
    void the_list_is_filtered_by_each_part() {
        assertThat(filtered(ProjectKind.FAB, null, null, null)).containsExactly("Fab one");
        assertThat(filtered(null, "JP", null, null)).containsExactly("Centre");
        assertThat(filtered(null, null, Standing.ON_PLAN, null)).containsExactly("Gas plant");
        assertThat(filtered(null, null, null, "TAYL")).containsExactly("Gas plant");
        assertThat(filtered(ProjectKind.FAB, "JP", null, null)).isEmpty();
    }

    private static List<String> filtered(
            @Nullable ProjectKind kind, @Nullable String country, @Nullable Standing standing, @Nullable String text) {
        return names(
                AUDITOR,
                new ProjectFilter(
                        Optional.empty(),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(country),
                        Optional.ofNullable(standing),
                        Optional.ofNullable(text)),
                new ProjectSort(ProjectSort.Column.NAME, false));
    }

    @ParameterizedTest
    @EnumSource(ProjectSort.Column.class)
    void a_list_is_gone_through_page_by_page_in_every_order(ProjectSort.Column column) {
        for (boolean descending : List.of(false, true)) {
            ProjectSort sort = new ProjectSort(column, descending);
            List<String> whole = names(AUDITOR, ProjectFilter.ALL, sort);
            List<String> pages = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                ProjectList.Page page = projects.page(AUDITOR, ProjectFilter.ALL, sort, after, 1);
                page.rows().forEach(row -> pages.add(row.name()));
                after = page.next();
            } while (after.isPresent());
            assertThat(pages).hasSizeGreaterThan(2).isEqualTo(whole);
        }
        String place = projects.page(
                        AUDITOR,
                        ProjectFilter.ALL,
                        new ProjectSort(ProjectSort.Column.NAME, false),
                        Optional.empty(),
                        1)
                .next()
                .orElseThrow();
        assertThatThrownBy(() -> projects.page(
                        AUDITOR,
                        ProjectFilter.ALL,
                        new ProjectSort(ProjectSort.Column.NAME, true),
                        Optional.of(place),
                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
