package tranche.commitments.investor.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

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

    /** Whose holders see the investors within their scope, and those with a commitment to a fund within it. */
    static final Set<Role> READERS = Role.STAFF;

    public Scope scope() {
        return Scope.ofInvestor(id.value());
    }

    /**
     * Whether the reader sees it wherever it has commitments: as staff of the whole deployment, as the investor itself,
     * or as the account that registered it.
     */
    public boolean isSeenBy(Actor reader) {
        return reader.access().holds(READERS, scope())
                || reader.account().equals(maker.account())
                || reader.access().scopesOf(Set.of(Role.INVESTOR)).stream().anyMatch(this::isMeantBy);
    }

    private boolean isMeantBy(Scope own) {
        return own.investor().equals(Optional.of(id.value())) && own.project().isEmpty();
    }

    public boolean isActive() {
        return state == InvestorState.ACTIVE;
    }

    public boolean isClearedOn(LocalDate day) {
        return kyc.filter(checks -> checks.isClearedOn(day)).isPresent();
    }
}
