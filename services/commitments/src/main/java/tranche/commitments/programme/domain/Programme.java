package tranche.commitments.programme.domain;

import java.util.Optional;
import java.util.Set;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/**
 * The whole build-out: a target, funds and projects, one headline currency (domain §1). It is ACTIVE from its creation.
 *
 * @param foreign what it is called where it comes from
 * @param maker who created it
 * @param told the highest threshold of its raise that was told; a fall and a second rise tell nothing again
 */
public record Programme(
        ProgrammeId id,
        ProgrammeContent content,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Optional<RaiseThreshold> told,
        Version version) {

    /** The one state that a programme has so far. */
    public static final String STATE = "ACTIVE";

    /** Whose holders may read all of a programme; others see what is published or theirs. */
    public static final Set<Role> READERS = Role.STAFF;

    public Scope scope() {
        return Scope.ofProgramme(id.value());
    }
}
