package tranche.commitments.drawdown.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Transfers;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.payment.domain.Instructions;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** Funds with closed commitments, and people that the examples speak of. */
final class Funds {

    static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    static final Currency USD = new Currency("USD");
    static final ProgrammeId PROGRAMME = new ProgrammeId(id(1));
    static final FundId FUND = new FundId(id(2));
    static final CallId CALL = new CallId(id(3));

    static final Actor ANA = person(100, Role.FUND_MANAGER);
    static final Actor BEN = person(101, Role.APPROVER);
    static final Actor CARA = person(102, Role.FUND_MANAGER);

    private Funds() {}

    static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static Actor person(long number, Role role) {
        return new Actor(id(number), id(number), new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    static Money cents(long cents) {
        return Money.ofMinor(USD, BigInteger.valueOf(cents));
    }

    /** A fund without notice, with a closed commitment of so many cents for each investor. */
    static Drawdowns fund(CallBasis basis, List<Integer> commitments) {
        var content = new FundContent(
                "Fab Fund I",
                USD,
                Optional.empty(),
                FundCalendar.US,
                new Terms(0, basis, false, false),
                Optional.of(ZoneOffset.UTC),
                false,
                Optional.empty());
        var fund = new Fund(
                FUND,
                PROGRAMME,
                content,
                ZoneOffset.UTC,
                FundState.OPEN,
                Optional.empty(),
                ANA.asMaker(),
                Version.first(TODAY.minusYears(1), NOW));
        Map<CommitmentId, Commitment> closed = new HashMap<>();
        for (int place = 0; place < commitments.size(); place++) {
            Commitment commitment = closed(place, cents(commitments.get(place)));
            closed.put(commitment.id(), commitment);
        }
        List<Drawdowns.Blank> blanks = IntStream.range(0, 10 * (commitments.size() + 1))
                .mapToObj(
                        number -> new Drawdowns.Blank(new CallLineId(id(5_000L + number)), PaymentReference.of(number)))
                .toList();
        return new Drawdowns(
                Optional.of(fund),
                Shelf.empty(),
                Shelf.empty(),
                Shelf.empty(),
                Shelf.of(closed),
                Tranches.NONE,
                Map.of(),
                blanks,
                Instructions.NONE);
    }

    private static Commitment closed(int place, Money amount) {
        return new Commitment(
                new CommitmentId(id(1_000L + place)),
                PROGRAMME,
                FUND,
                new InvestorId(id(2_000L + place)),
                CommitmentState.CLOSED,
                amount,
                TODAY.minusYears(1),
                DatePrecision.DAY,
                Drawn.nothing(USD),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TODAY.minusYears(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Transfers.NONE,
                Set.of(ANA.asMaker()),
                Version.first(TODAY.minusYears(1), NOW));
    }

    static CallCommand.DraftCall draft(List<Integer> components) {
        List<CallComponent> parts = IntStream.range(0, components.size())
                .mapToObj(place -> new CallComponent(
                        ComponentType.values()[place % ComponentType.values().length], cents(components.get(place))))
                .toList();
        return new CallCommand.DraftCall(
                CALL, new CallContent(TODAY.plusDays(30), parts, "Fab 1"), Optional.empty(), ANA);
    }

    static CallCommand.ApproveCall approve(Drawdowns state) {
        ContentHash hash = state.calls().get(CALL).orElseThrow().contentHash();
        return new CallCommand.ApproveCall(CALL, hash, BEN, OptionalLong.empty());
    }

    static CallCommand.IssueCall issue() {
        return new CallCommand.IssueCall(CALL, CARA, OptionalLong.empty());
    }

    /** Money that came in, with what its payer wrote. */
    static ReceiptCommand.RecordReceipt entry(int number, Money amount, Optional<String> remittance) {
        return new ReceiptCommand.RecordReceipt(
                new ReceiptId(id(9_000L + number)),
                new BankEntry(ContentHash.of("account"), "entry " + number, TODAY, amount, Optional.empty()),
                new Payer(Optional.empty(), Optional.empty(), remittance),
                ANA);
    }
}
