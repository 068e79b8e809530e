package tranche.milestones.programme.domain;

import java.time.ZoneId;
import java.util.Set;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * The whole build-out that a project belongs to (domain §1): this service's own copy of what another has told of it.
 *
 * @param zone in which its days begin, and those of its projects that have no zone of their own
 */
public record Programme(ProgrammeId id, ZoneId zone) {

    /** Whose holders may read all of a programme. */
    public static final Set<Role> READERS = Role.STAFF;

    public Scope scope() {
        return Scope.ofProgramme(id.value());
    }
}
