package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.Holdings;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.InvestorKind;
import tranche.commitments.investor.domain.InvestorState;
import tranche.commitments.investor.domain.Kyc;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.country.Country;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** People, funds and books that the examples speak of. */
final class Books {

    /** Half past nine in the evening in London: already the next day in Abu Dhabi. */
    static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Currency USD = new Currency("USD");

    static final ProgrammeId PROGRAMME = new ProgrammeId(id(1));
    static final FundId FUND = new FundId(id(2));
    static final InvestorId SOVEREIGN = new InvestorId(id(3));
    static final InvestorId BANK = new InvestorId(id(4));

    static final Actor ANA = person(100, 100, Role.FUND_MANAGER);
    static final Actor BEN = person(101, 101, Role.APPROVER);
    static final Actor CARA = person(102, 102, Role.FUND_MANAGER);
    static final Actor ANA_AS_APPROVER = person(103, 100, Role.APPROVER);
    static final Actor AUDITOR = person(104, 104, Role.AUDITOR);
    static final Actor STRANGER = new Actor(id(105), id(105), Access.NONE);
    static final Actor DORA_WHO_DOES_BOTH = new Actor(
            id(106),
            id(106),
            new Access(List.of(
                    new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT), new Grant(Role.APPROVER, Scope.DEPLOYMENT))));

    private Books() {}

    static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static CommitmentId commitment(long number) {
        return new CommitmentId(id(1_000 + number));
    }

    static ClosingId closing(long number) {
        return new ClosingId(id(2_000_000 + number));
    }

    static Actor person(long account, long person, Role role) {
        return new Actor(id(account), id(person), new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    static Money usd(String value) {
        return Money.of("USD", value);
    }

    static FundBook aFund() {
        return aFund(Optional.empty(), Terms.DEFAULT, FundState.OPEN, LONDON);
    }

    static FundBook aFundCappedAt(String cap) {
        return aFund(Optional.of(usd(cap)), Terms.DEFAULT, FundState.OPEN, LONDON);
    }

    static FundBook aFundThatAsksForKyc() {
        return aFund(Optional.empty(), new Terms(10, CallBasis.COMMITMENT, true, false), FundState.OPEN, LONDON);
    }

    static FundBook aFund(Optional<Money> cap, Terms terms, FundState state, ZoneId zone) {
        var content = new FundContent(
                "Fab Fund I", USD, cap, FundCalendar.US, terms, Optional.of(zone), false, Optional.empty());
        var fund = new Fund(
                FUND,
                PROGRAMME,
                content,
                zone,
                state,
                Optional.empty(),
                ANA.asMaker(),
                Version.first(TODAY.minusYears(5), NOW));
        return new FundBook(
                Optional.of(fund),
                Optional.of(Totals.none(USD)),
                Shelf.empty(),
                Shelf.empty(),
                Map.of(),
                Holdings.NONE,
                Map.of());
    }

    static FundBook with(FundBook book, Investor investor) {
        Map<InvestorId, Investor> investors = new HashMap<>(book.investors());
        investors.put(investor.id(), investor);
        return new FundBook(
                book.fund(),
                book.totals(),
                book.commitments(),
                book.closings(),
                investors,
                book.holdings(),
                book.known());
    }

    /** A book in which somebody asks for the sovereign fund, which has commitments to these funds. */
    static FundBook withHoldingsIn(FundBook book, FundId... funds) {
        Set<Scope> places = Stream.of(funds)
                .map(fund -> Scope.of(PROGRAMME.value(), fund.value(), SOVEREIGN.value()))
                .collect(Collectors.toSet());
        return new FundBook(
                book.fund(),
                book.totals(),
                book.commitments(),
                book.closings(),
                book.investors(),
                new Holdings(Map.of(SOVEREIGN, places)),
                book.known());
    }

    static FundBook withInvestors(FundBook book) {
        return with(with(book, investor(SOVEREIGN)), investor(BANK));
    }

    static Investor investor(InvestorId id) {
        return investor(id, InvestorState.ACTIVE, Optional.empty());
    }

    static Investor investor(InvestorId id, InvestorState state, Optional<Kyc> kyc) {
        var content = new InvestorContent(
                "Sovereign Fund", InvestorKind.SOVEREIGN_FUND, new Country("AE"), Optional.empty(), true);
        return new Investor(
                id, content, state, kyc, Optional.empty(), ANA.asMaker(), Version.first(TODAY.minusYears(5), NOW));
    }

    static CommitmentCommand.Draft draft(CommitmentId id, String amount, Actor by) {
        return new CommitmentCommand.Draft(
                id, SOVEREIGN, usd(amount), DatePrecision.DAY, Optional.empty(), Optional.empty(), by);
    }

    static CommitmentCommand.Edit edit(CommitmentId id, String amount, Actor by) {
        return new CommitmentCommand.Edit(
                id, Optional.of(usd(amount)), Optional.empty(), Optional.empty(), by, OptionalLong.empty());
    }

    static CommitmentCommand.Submit submit(CommitmentId id, Actor by) {
        return new CommitmentCommand.Submit(id, aPublicRecord(), Optional.empty(), by, OptionalLong.empty());
    }

    static CommitmentCommand.Return sendBack(CommitmentId id, Actor by) {
        return new CommitmentCommand.Return(id, "a page is missing", Optional.empty(), by, OptionalLong.empty());
    }

    static CommitmentCommand.Accept accept(CommitmentId id, Actor by) {
        return new CommitmentCommand.Accept(
                id, Optional.of(TODAY), Optional.empty(), Optional.empty(), by, OptionalLong.empty());
    }

    static CommitmentCommand.Cancel cancel(CommitmentId id, Actor by) {
        return new CommitmentCommand.Cancel(id, "withdrawn", Optional.empty(), by, OptionalLong.empty());
    }

    static CommitmentCommand.DraftTakeOn takeOn(CommitmentId id, String amount, Drawn drawn, Actor by) {
        return new CommitmentCommand.DraftTakeOn(
                id,
                SOVEREIGN,
                usd(amount),
                new Opening(drawn, TODAY.minusDays(30), "administrator's statement"),
                Optional.empty(),
                by);
    }

    static CommitmentCommand.ApproveTakeOn approveTakeOn(CommitmentId id, Actor by) {
        return new CommitmentCommand.ApproveTakeOn(id, Optional.empty(), by, OptionalLong.empty());
    }

    static ClosingCommand.Plan plan(ClosingId id, LocalDate date, Actor by, CommitmentId... commitments) {
        return new ClosingCommand.Plan(id, ClosingKind.INITIAL, date, List.of(commitments), by);
    }

    static ClosingCommand.Approve approve(FundBook book, ClosingId id, Actor by) {
        return new ClosingCommand.Approve(
                id, book.closings().get(id).orElseThrow().contentHash(book.commitments()), by, OptionalLong.empty());
    }

    static ClosingCommand.CancelClosing cancel(ClosingId id, Actor by) {
        return new ClosingCommand.CancelClosing(id, "not this quarter", by, OptionalLong.empty());
    }

    static Drawn drawn(String called, String paid, String restored, String distributed) {
        return new Drawn(usd(called), usd(paid), usd(restored), usd(distributed));
    }

    static Evidence aPublicRecord() {
        return new Evidence(Optional.empty(), List.of(), Optional.of("award notice of 2024-04-08"));
    }

    /** The book after commands that are all carried out. */
    static FundBook after(FundBook book, BookCommand... commands) {
        for (BookCommand command : commands) {
            book = applied(book, command, NOW);
        }
        return book;
    }

    static FundBook applied(FundBook book, BookCommand command, Instant now) {
        for (BookEvent event : events(book.decide(command, now))) {
            book = book.apply(event, now);
        }
        return book;
    }

    static List<BookEvent> events(Decision<BookEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<BookEvent>) decision).events();
    }

    static Refusal refusal(Decision<BookEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<BookEvent>) decision).refusal();
    }

    static Map<String, Object> facts(Decision<BookEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<BookEvent>) decision).facts();
    }

    static Commitment theCommitment(FundBook book, CommitmentId id) {
        return book.commitments().get(id).orElseThrow();
    }

    /** A book with one submitted commitment of the amount, made by Ana. */
    static FundBook aSubmitted(FundBook fund, CommitmentId id, String amount) {
        return after(withInvestors(fund), draft(id, amount, ANA), submit(id, ANA));
    }

    /** A book with one accepted commitment of the amount, made by Ana, accepted by Ben. */
    static FundBook anAccepted(FundBook fund, CommitmentId id, String amount) {
        return after(aSubmitted(fund, id, amount), accept(id, BEN));
    }

    static Set<Actor> everybody() {
        return Set.of(ANA, BEN, CARA, ANA_AS_APPROVER, AUDITOR, STRANGER, DORA_WHO_DOES_BOTH);
    }
}
