package tranche.notifications.notice.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * Whom the catalogue has an alert told: whoever holds one of the roles for the object, or one account alone.
 *
 * @param roles at least one
 * @param object the scope that the object carries
 * @param published whether it is told to those, too, who see what is published of it: a grant that is bound to a fund or an
 *     investor then reaches what this fund or this investor takes part in
 * @param account whom alone it is told, whatever the object that he holds one of the roles for; empty where grants say whom
 */
public record Audience(Set<Role> roles, Scope object, boolean published, Optional<UUID> account) {

    private static final Set<Role> AT_WORK =
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.VERIFIER, Role.SITE_REPORTER, Role.AUDITOR);

    public Audience {
        roles = Set.copyOf(roles);
    }

    /** Those whose grants reach the object. */
    public Audience(Set<Role> roles, Scope object, boolean published) {
        this(roles, object, published, Optional.empty());
    }

    /** One account, about what is its own: as long as it holds any grant at all. */
    public static Audience ofAccount(UUID account) {
        return new Audience(EnumSet.allOf(Role.class), Scope.DEPLOYMENT, false, Optional.of(account));
    }

    /** Those who hold a role for an investor's part of a fund. */
    public static Audience of(UUID programme, UUID fund, UUID investor, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), Scope.of(programme, fund, investor), false);
    }

    /** Those who hold a role for a fund as a whole. */
    public static Audience ofFund(UUID programme, UUID fund, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), Scope.ofFund(programme, fund), false);
    }

    /** Those who hold a role for a fund, and for each of its investors. */
    public static Audience ofWholeFund(UUID programme, UUID fund, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), Scope.ofFund(programme, fund), true);
    }

    /** Those who hold a role for a programme, or for a fund or an investor of it. */
    public static Audience ofProgramme(UUID programme, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), Scope.ofProgramme(programme), true);
    }

    /** Those who hold a role for a project itself. */
    public static Audience ofProject(UUID programme, UUID project, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), scope(programme, project), false);
    }

    /** Those who hold a role for a project, or for a fund or an investor of its programme. */
    public static Audience ofPublished(UUID programme, UUID project, Role first, Role... others) {
        return new Audience(EnumSet.of(first, others), scope(programme, project), true);
    }

    /**
     * Who may be told of it if he asks, by role: those who are told anyway, and whoever reads such a thing. Of money that is the
     * staff, of a site whoever works on it and, of what is published to stakeholders, everybody but who looks after the
     * deployment.
     */
    public Set<Role> readers() {
        Set<Role> readers = EnumSet.copyOf(roles);
        if (object.project().isEmpty()) {
            readers.addAll(Role.STAFF);
        } else {
            boolean isForAll = published && roles.contains(Role.STAKEHOLDER);
            readers.addAll(isForAll ? EnumSet.complementOf(EnumSet.of(Role.ADMIN)) : AT_WORK);
        }
        return readers;
    }

    private static Scope scope(UUID programme, UUID project) {
        return new Scope(Optional.of(programme), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    /** Roles by their names, in one order. */
    public static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
