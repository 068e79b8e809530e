package tranche.portal.raise.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/**
 * One commitment in full, amounts in the fund's currency.
 *
 * @param unfunded what can still be called, and what was called and is unpaid
 * @param source the public record that it is known from; empty where it was signed
 * @param unverified whether it is known from a public record only
 * @param fundSource where the fund's particulars come from; empty where its manager entered them
 * @param suspension of its investor; empty where there is none, or the caller may not know
 * @param documents SHA-256 of each document of the submission, hex, in the order given
 * @param madeByCaller whether the person who asks has made or edited it and so cannot accept it (rule D-1)
 * @param clearance how the investor's checks stand against the fund's terms
 * @param room what is left below the fund's cap; empty where there is none
 * @param takeOn whether it is, or was, a position taken on from elsewhere
 * @param changedAt when its last event was recorded
 */
public record Commitment(
        UUID id,
        Programme programme,
        UUID fund,
        String fundName,
        UUID investor,
        String investorName,
        InvestorKind kind,
        String country,
        CommitmentState state,
        Money amount,
        Money called,
        Money paid,
        Money uncalled,
        Money unfunded,
        Optional<KnownDate> effective,
        Optional<LocalDate> closing,
        Optional<String> source,
        boolean unverified,
        Optional<String> fundSource,
        Optional<Suspension> suspension,
        List<String> documents,
        boolean madeByCaller,
        Clearance clearance,
        Optional<Money> room,
        boolean takeOn,
        long version,
        Instant changedAt) {

    public Commitment {
        documents = List.copyOf(documents);
    }

    /** Whether the fund's cap leaves room for it. */
    public boolean fits() {
        return room.filter(left -> amount.compareTo(left) > 0).isEmpty();
    }

    /** Where it belongs, as grants reach it. */
    public Scope scope() {
        return Scope.of(programme.id(), fund, investor);
    }
}
