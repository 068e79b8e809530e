package tranche.commitments.fund.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/**
 * The legal entity that investors commit to (domain §1).
 *
 * @param zone in which its days begin
 * @param foreign what it is called where it comes from
 * @param maker who created it
 */
public record Fund(
        FundId id,
        ProgrammeId programme,
        FundContent content,
        ZoneId zone,
        FundState state,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Version version) {

    /** Whose holders may read all of a fund; an investor reads the funds it is invested in. */
    public static final Set<Role> READERS = Role.STAFF;

    public Scope scope() {
        return Scope.ofFund(programme.value(), id.value());
    }

    public boolean isOpen() {
        return state == FundState.OPEN;
    }

    public Currency currency() {
        return content.baseCurrency();
    }

    public Optional<Money> cap() {
        return content.cap();
    }

    public Terms terms() {
        return content.terms();
    }

    /** The date in the fund's zone. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
