package tranche.portal.receipt.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/**
 * Money seen on a fund's account, as the service tells it to one of the fund's staff.
 *
 * @param allowed the commands that its state admits
 * @param entry the bank's own reference
 * @param settled what of it settles which lines
 * @param proposals what it may be for; none unless it is unmatched
 * @param held what of it is held for whom
 * @param leaving what was held and is on its way back
 * @param refunded what has gone back
 * @param reason of what was last done to it, where that asks for one
 */
public record Receipt(
        UUID id,
        UUID programme,
        UUID fund,
        ReceiptState state,
        List<String> allowed,
        String entry,
        LocalDate valueDate,
        Money amount,
        Payer payer,
        List<Settled> settled,
        List<Proposal> proposals,
        List<Held> held,
        List<Held> leaving,
        Money refunded,
        Optional<String> reason,
        Instant recordedAt,
        long version) {

    /**
     * Who paid, as the bank tells it.
     *
     * @param wrote what the payer wrote
     */
    public record Payer(Optional<String> name, Optional<String> iban, Optional<String> wrote) {}

    /** What of it settles a line. */
    public record Settled(UUID call, UUID line, Money amount) {}

    /** What of it is an investor's. */
    public record Held(UUID investor, Money amount) {}

    public Receipt {
        allowed = List.copyOf(allowed);
        settled = List.copyOf(settled);
        proposals = List.copyOf(proposals);
        held = List.copyOf(held);
        leaving = List.copyOf(leaving);
    }

    public Scope scope() {
        return Scope.ofFund(programme, fund);
    }

    /** What of it is still on the account. */
    public Money present() {
        return amount.minus(refunded);
    }

    /** What the proposals leave of it. */
    public Money excess() {
        return proposals.stream().map(Proposal::amount).reduce(present(), Money::minus);
    }

    /** For whom the excess would be held: the one investor to whom all the proposals point. */
    public Optional<UUID> holder() {
        List<UUID> investors =
                proposals.stream().map(Proposal::investor).distinct().toList();
        return investors.size() == 1 ? Optional.of(investors.getFirst()) : Optional.empty();
    }

    /** Whether the proposals say all that has to be said, so that a person need only confirm them. */
    public boolean isProposedWhole() {
        return !proposals.isEmpty() && (!excess().isPositive() || holder().isPresent());
    }

    /** Whoever is named in it, beside its payer. */
    public List<UUID> investors() {
        return Stream.of(
                        proposals.stream().map(Proposal::investor),
                        held.stream().map(Held::investor),
                        leaving.stream().map(Held::investor))
                .flatMap(named -> named)
                .distinct()
                .toList();
    }
}
