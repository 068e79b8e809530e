package tranche.portal.timeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;
import static tranche.portal.timeline.store.TimelineViews.access;
import static tranche.portal.timeline.store.TimelineViews.ofProject;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
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
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("Of a project, investors and stakeholders")
class PublishedTimelineTest {

    private static final UUID INVESTOR = UUID.randomUUID();
    private static final TimelineEvents FAB =
            new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final UUID PERMIT = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final Access WORKER = access(Role.VERIFIER, ofProject(FAB.project()));

    private static TimelineViews views;

    @BeforeAll
    static void starts() throws SQLException {
        views = TimelineViews.open();
        views.commit(FAB.programme(), UUID.randomUUID(), INVESTOR);
        tell(
                views.dataSource(),
                FAB.registered("Fab", "FAB", "US-NY", "US"),
                FAB.planned(PERMIT, "Permit", "2026-01-10", "CERTIFICATE", "PHOTO"),
                FAB.planned(SHELL, "Shell", "2026-05-01", "CERTIFICATE", "PHOTO"),
                FAB.claimed(PERMIT, "2026-01-10"),
                FAB.evidence(PERMIT, "CERTIFICATE", "PHOTO"),
                FAB.verified(PERMIT, "2026-01-10"),
                FAB.achieved(PERMIT, "2026-01-10", 0),
                FAB.claimed(SHELL, "2026-02-20"),
                FAB.evidence(SHELL, "PHOTO"));
    }

    @AfterAll
    static void stops() {
        views.close();
    }

    private static Access outsider(Role role) {
        return access(role, role == Role.INVESTOR ? Scope.ofInvestor(INVESTOR) : Scope.ofProgramme(FAB.programme()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAKEHOLDER", "INVESTOR"})
    void are_shown_what_evidence_is_asked_for_and_never_what_there_is(Role role) {
        for (UUID id : List.of(PERMIT, SHELL)) {
            assertThat(views.milestone(outsider(role), FAB.project(), id).evidence())
                    .isEmpty();
            assertThat(views.milestone(outsider(role), FAB.project(), id).whole())
                    .isFalse();
        }
        assertThat(views.milestone(outsider(role), FAB.project(), SHELL).needed())
                .containsExactly(EvidenceKind.CERTIFICATE, EvidenceKind.PHOTO);

        Milestone shell = views.milestone(WORKER, FAB.project(), SHELL);
        assertThat(shell.whole()).isTrue();
        assertThat(shell.evidence()).extracting(Evidence::kind).containsExactly(EvidenceKind.PHOTO);
        assertThat(shell.needed()).containsExactly(EvidenceKind.CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAKEHOLDER", "INVESTOR"})
    void are_told_what_is_verified_and_decided_and_neither_claims_nor_their_number(Role role) throws SQLException {
        assertThat(views.detail().steps(outsider(role), FAB.project(), 50))
                .extracting(TimelineStep::kind)
                .containsExactly(
                        ChangeKind.MILESTONE_ACHIEVED, ChangeKind.MILESTONE_VERIFIED, ChangeKind.PROJECT_REGISTERED);
        assertThat(views.milestone(outsider(role), FAB.project(), PERMIT).trail())
                .extracting(TimelineStep::kind)
                .containsExactly(ChangeKind.MILESTONE_VERIFIED, ChangeKind.MILESTONE_ACHIEVED);
        assertThat(views.milestone(outsider(role), FAB.project(), SHELL).trail())
                .isEmpty();
        assertThat(views.detail()
                        .of(outsider(role), FAB.project())
                        .orElseThrow()
                        .row()
                        .claimed())
                .isEmpty();
        assertThat(views.detail().of(WORKER, FAB.project()).orElseThrow().row().claimed())
                .contains(1L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAKEHOLDER", "INVESTOR"})
    void are_woken_by_what_is_told_to_them_alone(Role role) throws SQLException {
        long before = views.detail().lastPlace(outsider(role), FAB.project());
        long ofAll = views.projects().lastPlace(outsider(role));
        long whole = views.detail().lastPlace(WORKER, FAB.project());

        tell(views.dataSource(), FAB.evidence(SHELL, "CERTIFICATE"));

        assertThat(before).isPositive();
        assertThat(views.detail().lastPlace(outsider(role), FAB.project())).isEqualTo(before);
        assertThat(views.projects().lastPlace(outsider(role))).isEqualTo(ofAll);
        assertThat(views.detail().lastPlace(WORKER, FAB.project())).isGreaterThan(whole);
        assertThat(views.projects().lastPlace(WORKER)).isGreaterThan(whole);
    }

    @Test
    void a_filter_offers_the_programmes_of_the_projects_that_are_seen() throws SQLException {
        TimelineEvents other = new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        views.name(FAB.programme(), "Chips");
        views.name(other.programme(), "Energy");
        tell(views.dataSource(), other.registered("Plant", "ENERGY_SITE", "US-NY", "US"));

        assertThat(views.projects().programmes(access(Role.SITE_REPORTER, ofProject(FAB.project()))))
                .containsExactly(new ProjectList.Programme(FAB.programme(), "Chips"));
        assertThat(views.projects().programmes(access(Role.AUDITOR, Scope.DEPLOYMENT)))
                .extracting(ProjectList.Programme::name)
                .containsExactly("Chips", "Energy");
        assertThat(views.projects().programmes(Access.NONE)).isEmpty();
    }
}
