package tranche.milestones.project.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/**
 * A site at which something is built: a fab, a research centre, an energy site or a supplier's plant (domain §1).
 *
 * @param zone in which its days begin
 * @param start before which nothing of it starts
 * @param reason why it was stopped
 * @param foreign what it is called where it comes from
 * @param maker who registered it
 */
public record Project(
        ProjectId id,
        ProgrammeId programme,
        ProjectContent content,
        ZoneId zone,
        LocalDate start,
        ProjectState state,
        Optional<String> reason,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Version version) {

    /** Whose holders may read all of a project and of its milestones; others see what is published (domain §10). */
    public static final Set<Role> READERS =
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.VERIFIER, Role.SITE_REPORTER, Role.AUDITOR);

    /** What can be done to a project that exists, by its managers. */
    public enum Step {
        CHANGE("change"),
        STOP("stop");

        private final String command;

        Step(String command) {
            this.command = command;
        }

        /** The command's name on the wire. */
        public String command() {
            return command;
        }
    }

    public static Scope scope(ProgrammeId programme, ProjectId project) {
        return new Scope(
                Optional.of(programme.value()), Optional.empty(), Optional.empty(), Optional.of(project.value()));
    }

    public Scope scope() {
        return scope(programme, id);
    }

    /** Whether the caller may see it at all: all of it, or what is published. */
    public boolean isSeenBy(Access access) {
        return isSeenBy(access, scope());
    }

    /**
     * Whether a caller may see a project of that scope. To which programmes a fund belongs or an investor has committed is
     * asked where it is read; whoever has no other grant decides nothing here.
     */
    public static boolean isSeenBy(Access access, Scope project) {
        return access.grants().stream()
                .filter(grant -> grant.role() != Role.ADMIN)
                .map(Grant::scope)
                .anyMatch(granted -> isWithin(granted.programme(), project.programme())
                        && isWithin(granted.project(), project.project()));
    }

    private static boolean isWithin(Optional<UUID> granted, Optional<UUID> carried) {
        return granted.isEmpty() || granted.equals(carried);
    }

    public boolean isActive() {
        return state == ProjectState.ACTIVE;
    }

    /** The steps that its state admits, in the order of {@link Step}: all while it is active, none once it is stopped. */
    public List<Step> allowed() {
        return isActive() ? List.of(Step.values()) : List.of();
    }

    /** The date in the project's zone. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
