package tranche.milestones.project.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.ProjectCommand.Change;
import tranche.milestones.project.domain.ProjectCommand.Changes;
import tranche.milestones.project.domain.ProjectCommand.Register;
import tranche.milestones.project.domain.ProjectCommand.Stop;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.country.Country;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** Domain §2.0: a project is registered, changed and stopped. */
class ProjectFileTest {

    /** Already the next day in Abu Dhabi, still the day before in Phoenix. */
    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(0, 1));
    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 2));
    private static final Programme CHIPS = new Programme(PROGRAMME, ZoneId.of("Asia/Dubai"));
    private static final Actor MANAGER = actor(Role.FUND_MANAGER, Scope.DEPLOYMENT);

    @Test
    void takes_zone_and_start_from_its_programme_and_its_day_where_none_is_given() {
        Project project = registered(register(MANAGER));

        assertThat(project.zone()).isEqualTo(ZoneId.of("Asia/Dubai"));
        assertThat(project.start()).isEqualTo(TODAY);
        assertThat(project.version().effectiveDate()).isEqualTo(TODAY);
        assertThat(project.state()).isEqualTo(ProjectState.ACTIVE);
    }

    @Test
    void keeps_the_zone_and_the_start_that_are_given() {
        LocalDate start = LocalDate.of(2027, 1, 1);
        Register register = register(
                content(Optional.of(ZoneId.of("America/Phoenix")), Optional.of(start)), Optional.empty(), MANAGER);

        Project project = registered(register);

        assertThat(project.zone()).isEqualTo(ZoneId.of("America/Phoenix"));
        assertThat(project.start()).isEqualTo(start);
        assertThat(project.today(NOW)).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void is_registered_by_a_manager_of_its_programme_on_a_day_that_has_come() {
        Actor elsewhere = actor(Role.FUND_MANAGER, Scope.ofProgramme(new UUID(0, 7)));
        Actor here = actor(Role.FUND_MANAGER, Scope.ofProgramme(PROGRAMME.value()));
        Actor ofAnotherProject = actor(Role.FUND_MANAGER, Project.scope(PROGRAMME, new ProjectId(new UUID(0, 8))));

        assertThat(refusal(register(actor(Role.APPROVER, Scope.DEPLOYMENT)))).isEqualTo(ProjectRefusal.FORBIDDEN);
        assertThat(refusal(register(elsewhere))).isEqualTo(ProjectRefusal.UNKNOWN_REFERENCE);
        assertThat(refusal(register(ofAnotherProject))).isEqualTo(ProjectRefusal.UNKNOWN_REFERENCE);
        assertThat(registered(register(here)).id()).isEqualTo(PROJECT);
        assertThat(refusal(register(content(), Optional.of(TODAY.plusDays(1)), MANAGER)))
                .isEqualTo(ProjectRefusal.EFFECTIVE_DATE_AHEAD);
        assertThat(registered(register(content(), Optional.of(TODAY.minusYears(2)), MANAGER))
                        .start())
                .isEqualTo(TODAY.minusYears(2));
    }

    @Test
    void answers_the_same_registration_again_and_refuses_another_under_its_name() {
        ForeignIdentity name = new ForeignIdentity("awards", "US-1");
        Project first = registered(register(MANAGER));
        ProjectFile file = withProgramme(
                Map.of(name, new Known<>(PROJECT.value(), first, content().hash())));
        ProjectId second = new ProjectId(new UUID(0, 3));
        Register again = new Register(second, PROGRAMME, content(), Optional.of(name), Optional.empty(), MANAGER);
        Register other = new Register(
                second,
                PROGRAMME,
                content(Optional.empty(), Optional.of(TODAY)),
                Optional.of(name),
                Optional.empty(),
                MANAGER);

        assertThat(events(file.decide(again, NOW))).isEmpty();
        assertThat(refusal(file, other)).isEqualTo(ProjectRefusal.EXTERNAL_REFERENCE_CONFLICT);
    }

    @Test
    void changes_what_is_named_and_leaves_the_rest() {
        ProjectFile file = with(registered(register(MANAGER)));

        Project renamed = after(file, change("Fab One", Optional.empty(), OptionalLong.of(1)));

        assertThat(renamed.content().name()).isEqualTo("Fab One");
        assertThat(renamed.content().region()).isEqualTo("US-AZ");
        assertThat(renamed.version().number()).isEqualTo(2);
        assertThat(events(file.decide(change("Fab 1", Optional.empty(), OptionalLong.empty()), NOW)))
                .isEmpty();
    }

    @Test
    void is_stopped_once_and_not_changed_after() {
        ProjectFile file = with(registered(register(MANAGER)));
        ProjectFile stopped = with(after(file, stop("the permit was refused", MANAGER)));

        assertThat(stopped.project().orElseThrow().isActive()).isFalse();
        assertThat(stopped.project().orElseThrow().reason()).contains("the permit was refused");
        assertThat(refusal(stopped, stop("again", MANAGER))).isEqualTo(ProjectRefusal.INVALID_STATE);
        assertThat(refusal(stopped, change("Fab One", Optional.empty(), OptionalLong.empty())))
                .isEqualTo(ProjectRefusal.INVALID_STATE);
        assertThat(refusal(file, stop(" ", MANAGER))).isEqualTo(ProjectRefusal.REASON_MISSING);
    }

    @Test
    void tells_the_first_refusal_that_holds() {
        ProjectFile file = with(registered(register(MANAGER)));
        Actor stranger = new Actor(new UUID(0, 3), new UUID(0, 3), Access.NONE);

        assertThat(refusal(ProjectFile.EMPTY, stop("", MANAGER))).isEqualTo(ProjectRefusal.NOT_FOUND);
        assertThat(refusal(file, stop("", stranger))).isEqualTo(ProjectRefusal.NOT_FOUND);
        assertThat(refusal(file, stop("", actor(Role.AUDITOR, Scope.DEPLOYMENT))))
                .isEqualTo(ProjectRefusal.FORBIDDEN);
        assertThat(refusal(file, change("x", Optional.of(TODAY.plusDays(1)), OptionalLong.of(2))))
                .isEqualTo(ProjectRefusal.VERSION_CONFLICT);
        assertThat(refusal(file, change("x", Optional.of(TODAY.minusDays(1)), OptionalLong.of(1))))
                .isEqualTo(ProjectRefusal.EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(refusal(file, change("x", Optional.of(TODAY.plusDays(1)), OptionalLong.of(1))))
                .isEqualTo(ProjectRefusal.EFFECTIVE_DATE_AHEAD);
    }

    @Test
    @DisplayName("§10: what is published of a project is there for whoever is not bound to another one")
    void is_seen_by_investors_and_stakeholders_of_its_programme() {
        Project project = registered(register(MANAGER));
        Scope anInvestor = Scope.ofInvestor(new UUID(0, 40));
        Scope anotherProject = Project.scope(PROGRAMME, new ProjectId(new UUID(0, 8)));

        assertThat(project.isSeenBy(actor(Role.INVESTOR, anInvestor).access())).isTrue();
        assertThat(project.isSeenBy(actor(Role.STAKEHOLDER, project.scope()).access()))
                .isTrue();
        assertThat(project.isSeenBy(actor(Role.STAKEHOLDER, anotherProject).access()))
                .isFalse();
        assertThat(project.isSeenBy(
                        actor(Role.INVESTOR, Scope.ofProgramme(new UUID(0, 7))).access()))
                .isFalse();
        assertThat(project.isSeenBy(actor(Role.ADMIN, Scope.DEPLOYMENT).access()))
                .isFalse();
    }

    @Test
    void lies_somewhere_on_earth() {
        Location there = new Location(new BigDecimal("33.7745004"), new BigDecimal("-180"));

        assertThat(there).hasToString("33.774500,-180.000000");
        assertThatThrownBy(() -> new Location(new BigDecimal("90.1"), BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(BigDecimal.ZERO, new BigDecimal("180.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ProjectContent content() {
        return content(Optional.empty(), Optional.empty());
    }

    private static ProjectContent content(Optional<ZoneId> zone, Optional<LocalDate> start) {
        return new ProjectContent(
                "Fab 1",
                ProjectKind.FAB,
                "US-AZ",
                new Country("US"),
                Optional.of(new Location(new BigDecimal("33.7745"), new BigDecimal("-112.1583"))),
                zone,
                start,
                false,
                Optional.empty());
    }

    private static Register register(Actor by) {
        return register(content(), Optional.empty(), by);
    }

    private static Register register(ProjectContent content, Optional<LocalDate> effective, Actor by) {
        return new Register(PROJECT, PROGRAMME, content, Optional.empty(), effective, by);
    }

    private static Change change(String name, Optional<LocalDate> effective, OptionalLong ifMatch) {
        var changes = new Changes(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Change(PROJECT, changes, effective, MANAGER, ifMatch);
    }

    private static Stop stop(String reason, Actor by) {
        return new Stop(PROJECT, reason, Optional.empty(), by, OptionalLong.empty());
    }

    private static ProjectFile withProgramme(Map<ForeignIdentity, Known<Project>> known) {
        return new ProjectFile(Optional.empty(), Map.of(PROGRAMME, CHIPS), known);
    }

    private static ProjectFile with(Project project) {
        return new ProjectFile(Optional.of(project), Map.of(), Map.of());
    }

    private static Project registered(Register register) {
        return after(withProgramme(Map.of()), register);
    }

    private static Project after(ProjectFile file, ProjectCommand command) {
        return file.apply(events(file.decide(command, NOW)).getFirst(), NOW)
                .project()
                .orElseThrow();
    }

    private static Refusal refusal(Register register) {
        return refusal(withProgramme(Map.of()), register);
    }

    private static Refusal refusal(ProjectFile file, ProjectCommand command) {
        return ((Decision.Refused<ProjectEvent>) file.decide(command, NOW)).refusal();
    }

    private static List<ProjectEvent> events(Decision<ProjectEvent> decision) {
        return ((Decision.Accepted<ProjectEvent>) decision).events();
    }

    private static Actor actor(Role role, Scope scope) {
        return new Actor(new UUID(0, 9), new UUID(0, 9), new Access(List.of(new Grant(role, scope))));
    }
}
