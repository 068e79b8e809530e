package tranche.commitments.investor.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.register.domain.ForeignIdentity;
import tranche.commitments.register.domain.Version;
import tranche.values.actor.Access;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * A party with a commitment, or about to make one (domain §1).
 *
 * @param kyc the last result of the checks; empty where none was recorded
 * @param foreign what it is called where it comes from
 * @param maker who registered it
 */
public record Investor(
        InvestorId id,
        InvestorContent content,
        InvestorState state,
        Optional<Kyc> kyc,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Version version) {

    /** Whose holders may read an investor within their scope. */
    public static final Set<Role> READERS = Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.INVESTOR);

    /** Whose holders may also read the investors of the funds within their scope. */
    private static final Set<Role> STAFF = Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR);

    public Scope scope() {
        return Scope.ofInvestor(id.value());
    }

    /**
     * Whether the caller may see the investor, as far as the investor alone tells: staff of a fund see those with a
     * commitment to it, which only the rows know, so a caller is let through here who was let through there.
     */
    public boolean maybeSeenBy(Access access) {
        return access.holds(READERS, scope()) || STAFF.stream().anyMatch(access::holdsAnywhere);
    }

    public boolean isActive() {
        return state == InvestorState.ACTIVE;
    }

    public boolean isClearedOn(LocalDate day) {
        return kyc.filter(checks -> checks.isClearedOn(day)).isPresent();
    }
}
