package tranche.values.actor;

import java.util.Optional;
import java.util.UUID;

/**
 * Where something belongs, or what a grant reaches: each part is there or not.
 *
 * <p>Every row and view carries the scope of its object: its programme, its fund and its investor (later its project),
 * so that a query can be cut to what the caller may see.
 */
public record Scope(Optional<UUID> programme, Optional<UUID> fund, Optional<UUID> investor, Optional<UUID> project) {

    /** The whole deployment: as a grant's scope it reaches everything. */
    public static final Scope DEPLOYMENT =
            new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Scope ofProgramme(UUID programme) {
        return new Scope(Optional.of(programme), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Scope ofFund(UUID programme, UUID fund) {
        return new Scope(Optional.of(programme), Optional.of(fund), Optional.empty(), Optional.empty());
    }

    public static Scope ofInvestor(UUID investor) {
        return new Scope(Optional.empty(), Optional.empty(), Optional.of(investor), Optional.empty());
    }

    /** The scope of a commitment and of all that hangs on one. */
    public static Scope of(UUID programme, UUID fund, UUID investor) {
        return new Scope(Optional.of(programme), Optional.of(fund), Optional.of(investor), Optional.empty());
    }

    /**
     * Whether a grant with this scope reaches an object: every part that the grant names is the object's own.
     *
     * @param object the scope that the object carries
     */
    public boolean reaches(Scope object) {
        return covers(programme, object.programme)
                && covers(fund, object.fund)
                && covers(investor, object.investor)
                && covers(project, object.project);
    }

    private static boolean covers(Optional<UUID> granted, Optional<UUID> carried) {
        return granted.isEmpty() || granted.equals(carried);
    }
}
