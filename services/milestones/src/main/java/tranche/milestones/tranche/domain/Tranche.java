package tranche.milestones.tranche.domain;

import java.util.Set;
import java.util.UUID;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * A slice of a fund's funding: this service's own copy of what another has told of it, for what two persons decide about a
 * milestone changes what rests on it (domain §2.5).
 *
 * @param milestones that its present conditions name; none of one that was given up, for it waits for nothing
 */
public record Tranche(
        UUID id, ProgrammeId programme, UUID fund, String name, TrancheState state, Set<UUID> milestones) {

    public Tranche {
        milestones = Set.copyOf(milestones);
    }

    /** Whether it is there for somebody: tranches are read by those who run its fund. */
    public boolean isSeenBy(Access access) {
        return access.holds(Role.STAFF, Scope.ofFund(programme.value(), fund));
    }

    public boolean isOpen() {
        return state == TrancheState.OPEN;
    }

    public boolean isReleased() {
        return state == TrancheState.RELEASED;
    }

    /** The tranche after what was told of it. */
    public Tranche after(TrancheNews news) {
        return switch (news) {
            case TrancheNews.Drafted(Tranche drafted) -> drafted;
            case TrancheNews.Created _ -> with(TrancheState.OPEN, milestones);
            case TrancheNews.Amended(var _, Set<UUID> named) -> with(TrancheState.OPEN, named);
            case TrancheNews.Released _ -> with(TrancheState.RELEASED, milestones);
            case TrancheNews.Cancelled _ -> with(TrancheState.CANCELLED, Set.of());
        };
    }

    private Tranche with(TrancheState next, Set<UUID> named) {
        return new Tranche(id, programme, fund, name, next, named);
    }
}
