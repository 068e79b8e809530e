package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.LONDON;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.PROGRAMME;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.investor;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tranche.commitments.commitment.domain.CommitmentCommand.Draft;
import tranche.commitments.commitment.domain.CommitmentCommand.DraftTakeOn;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.InvestorState;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** Whatever is wrong with a draft or with a position, the first in the order of {@link CommitmentRefusal} is told. */
class DraftingProperties {

    private static final ForeignIdentity CRM_7 = new ForeignIdentity("crm", "7");

    /** What can be wrong, each with what it alone is refused for. */
    enum Defect {
        NAME_TAKEN(CommitmentRefusal.EXTERNAL_REFERENCE_CONFLICT),
        TOMORROW(CommitmentRefusal.EFFECTIVE_DATE_AHEAD),
        FUND_CLOSED(CommitmentRefusal.FUND_CLOSED_TO_NEW),
        INVESTOR_SUSPENDED(CommitmentRefusal.INVESTOR_NOT_ACTIVE),
        NO_SUCH_INVESTOR(CommitmentRefusal.UNKNOWN_REFERENCE),
        NO_SOURCE(CommitmentRefusal.SOURCE_MISSING),
        IN_EURO(CommitmentRefusal.CURRENCY_NOT_THE_FUNDS),
        BELOW_ZERO(CommitmentRefusal.AMOUNT_NOT_POSITIVE),
        A_TENTH_OF_A_CENT(CommitmentRefusal.AMOUNT_NOT_WHOLE),
        PAID_BEFORE_CALLED(CommitmentRefusal.PAID_EXCEEDS_CALLED);

        private final CommitmentRefusal refusal;

        Defect(CommitmentRefusal refusal) {
            this.refusal = refusal;
        }
    }

    /** A position that exists elsewhere is let in whether or not the fund and the investor take new ones. */
    private static final Set<Defect> OF_A_DRAFT =
            EnumSet.complementOf(EnumSet.of(Defect.NO_SOURCE, Defect.PAID_BEFORE_CALLED));

    private static final Set<Defect> OF_A_POSITION =
            EnumSet.complementOf(EnumSet.of(Defect.FUND_CLOSED, Defect.INVESTOR_SUSPENDED));

    @Property
    void a_draft_is_told_the_first(@ForAll Set<Defect> wrong) {
        Draft draft = new Draft(
                commitment(1),
                SOVEREIGN,
                amount(wrong),
                DatePrecision.DAY,
                Optional.of(day(wrong)),
                Optional.of(CRM_7),
                ANA);

        assertThat(told(book(wrong).decide(draft, NOW))).isEqualTo(first(wrong, OF_A_DRAFT));
    }

    @Property
    void a_position_is_told_the_first(@ForAll Set<Defect> wrong) {
        String currency = amount(wrong).currency().code();
        Money zero = Money.of(currency, "0");
        Money paid = Money.of(currency, wrong.contains(Defect.PAID_BEFORE_CALLED) ? "2.00" : "1.00");
        String source = wrong.contains(Defect.NO_SOURCE) ? " " : "statement";
        DraftTakeOn position = new DraftTakeOn(
                commitment(1),
                SOVEREIGN,
                amount(wrong),
                new Opening(new Drawn(Money.of(currency, "1.00"), paid, zero, zero), day(wrong), source),
                Optional.of(CRM_7),
                ANA);

        assertThat(told(book(wrong).decide(position, NOW))).isEqualTo(first(wrong, OF_A_POSITION));
    }

    private static Optional<CommitmentRefusal> first(Set<Defect> wrong, Set<Defect> possible) {
        return wrong.stream()
                .filter(possible::contains)
                .filter(defect -> defect != Defect.INVESTOR_SUSPENDED || !wrong.contains(Defect.NO_SUCH_INVESTOR))
                .map(defect -> defect.refusal)
                .min(CommitmentRefusal::compareTo);
    }

    private static Optional<CommitmentRefusal> told(Decision<BookEvent> decision) {
        return decision instanceof Decision.Refused<BookEvent> refused
                ? Optional.of((CommitmentRefusal) refused.refusal())
                : Optional.empty();
    }

    private static FundBook book(Set<Defect> wrong) {
        FundState state = wrong.contains(Defect.FUND_CLOSED) ? FundState.CLOSED_TO_NEW : FundState.OPEN;
        InvestorState standing =
                wrong.contains(Defect.INVESTOR_SUSPENDED) ? InvestorState.SUSPENDED : InvestorState.ACTIVE;
        FundBook book = aFund(Optional.empty(), Terms.DEFAULT, state, LONDON);
        if (!wrong.contains(Defect.NO_SUCH_INVESTOR)) {
            book = Books.with(book, investor(SOVEREIGN, standing, Optional.empty()));
        }
        Scope elsewhere = Scope.of(PROGRAMME.value(), id(77), SOVEREIGN.value());
        return wrong.contains(Defect.NAME_TAKEN)
                ? book.with(CRM_7, new Known<>(id(78), elsewhere, ContentHash.of("another")))
                : book;
    }

    private static LocalDate day(Set<Defect> wrong) {
        return wrong.contains(Defect.TOMORROW) ? TODAY.plusDays(1) : TODAY;
    }

    private static Money amount(Set<Defect> wrong) {
        return Money.of(
                wrong.contains(Defect.IN_EURO) ? "EUR" : "USD",
                (wrong.contains(Defect.BELOW_ZERO) ? "-10" : "10")
                        + (wrong.contains(Defect.A_TENTH_OF_A_CENT) ? ".001" : ".00"));
    }
}
