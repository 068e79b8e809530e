package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.AUDITOR;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.FUND;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.PROGRAMME;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.STRANGER;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.aSubmitted;
import static tranche.commitments.commitment.domain.Books.after;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.draft;
import static tranche.commitments.commitment.domain.Books.edit;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.facts;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.investor;
import static tranche.commitments.commitment.domain.Books.refusal;
import static tranche.commitments.commitment.domain.Books.submit;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.Books.with;
import static tranche.commitments.commitment.domain.Books.withHoldingsIn;
import static tranche.commitments.commitment.domain.Books.withInvestors;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CLOSED_TO_NEW;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.NOT_FOUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.SUBMISSION_WITHOUT_EVIDENCE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.VERSION_CONFLICT;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.CommitmentCommand.Draft;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.InvestorState;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** Domain §2.1: from nothing to a submitted commitment. */
class DraftCommitmentTest {

    private static final CommitmentId FIRST = commitment(1);
    private static final CommitmentId SECOND = commitment(2);
    private static final ForeignIdentity CRM_7 = new ForeignIdentity("crm", "7");

    @Test
    void drafts_one_cent_for_an_active_investor_in_an_open_fund() {
        FundBook book = after(withInvestors(aFund()), draft(FIRST, "0.01", ANA));

        Commitment drafted = theCommitment(book, FIRST);
        assertThat(drafted.state()).isEqualTo(CommitmentState.DRAFT);
        assertThat(drafted.version().number()).isEqualTo(1);
        assertThat(drafted.version().effectiveDate()).isEqualTo(TODAY);
        assertThat(drafted.uncalled()).isEqualTo(usd("0"));
        assertThat(book.total().towardsCap()).isEqualTo(usd("0"));
    }

    @Test
    void refuses_nothing_and_less_than_nothing() {
        FundBook book = withInvestors(aFund());

        assertThat(refusal(book.decide(draft(FIRST, "0", ANA), NOW))).isEqualTo(AMOUNT_NOT_POSITIVE);
        assertThat(refusal(book.decide(draft(FIRST, "-0.01", ANA), NOW))).isEqualTo(AMOUNT_NOT_POSITIVE);
    }

    @Test
    @DisplayName("D-10: refuses a tenth of a cent, takes a cent")
    void refuses_a_tenth_of_a_cent() {
        FundBook book = withInvestors(aFund());

        assertThat(refusal(book.decide(draft(FIRST, "1.001", ANA), NOW))).isEqualTo(AMOUNT_NOT_WHOLE);
        assertThat(events(book.decide(draft(FIRST, "1.01", ANA), NOW))).hasSize(1);
    }

    @Test
    void refuses_another_currency_than_the_funds() {
        var inEuro = new Draft(
                FIRST, SOVEREIGN, Money.of("EUR", "10.00"), DatePrecision.DAY, Optional.empty(), Optional.empty(), ANA);

        var decision = withInvestors(aFund()).decide(inEuro, NOW);

        assertThat(refusal(decision)).isEqualTo(CURRENCY_NOT_THE_FUNDS);
        assertThat(facts(decision)).containsEntry("currency", "USD");
    }

    @Test
    void refuses_a_fund_that_takes_no_new_commitments() {
        FundBook closed = withInvestors(aFund(Optional.empty(), Terms.DEFAULT, FundState.CLOSED_TO_NEW, Books.LONDON));

        assertThat(refusal(closed.decide(draft(FIRST, "10.00", ANA), NOW))).isEqualTo(FUND_CLOSED_TO_NEW);
    }

    @Test
    void refuses_a_suspended_investor() {
        FundBook book = with(aFund(), investor(SOVEREIGN, InvestorState.SUSPENDED, Optional.empty()));

        assertThat(refusal(book.decide(draft(FIRST, "10.00", ANA), NOW))).isEqualTo(INVESTOR_NOT_ACTIVE);
    }

    @Test
    void refuses_a_fund_or_an_investor_that_is_not_there() {
        assertThat(facts(FundBook.EMPTY.decide(draft(FIRST, "10.00", ANA), NOW)))
                .containsEntry("fields", List.of("fundId", "investorId"));
        assertThat(facts(aFund().decide(draft(FIRST, "10.00", ANA), NOW))).containsEntry("field", "investorId");
        assertThat(refusal(aFund().decide(draft(FIRST, "10.00", ANA), NOW))).isEqualTo(UNKNOWN_REFERENCE);
    }

    @Test
    void lets_only_fund_managers_draft() {
        FundBook book = withInvestors(aFund());

        assertThat(refusal(book.decide(draft(FIRST, "10.00", BEN), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(book.decide(draft(FIRST, "10.00", AUDITOR), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(book.decide(draft(FIRST, "10.00", STRANGER), NOW))).isEqualTo(FORBIDDEN);
    }

    @Test
    void does_not_show_the_fund_to_the_manager_of_another() {
        Actor elsewhere = manager(Scope.ofFund(PROGRAMME.value(), id(77)));
        Actor here = manager(Scope.ofFund(PROGRAMME.value(), FUND.value()));
        FundBook book = withInvestors(aFund());

        assertThat(facts(book.decide(draft(FIRST, "10.00", elsewhere), NOW)))
                .as("nor its investor")
                .containsEntry("fields", List.of("fundId", "investorId"));
        assertThat(facts(book.decide(draft(FIRST, "10.00", here), NOW))).containsEntry("field", "investorId");
        assertThat(events(withHoldingsIn(book, FUND).decide(draft(FIRST, "10.00", here), NOW)))
                .hasSize(1);
    }

    @Test
    @DisplayName("R11: an investor is named by whoever sees it in one of its funds, in its programme, or registered it")
    void names_an_investor_that_the_caller_sees() {
        Draft inFund = draft(FIRST, "10.00", manager(Scope.ofFund(PROGRAMME.value(), FUND.value())));
        Draft inProgramme = draft(FIRST, "10.00", manager(Scope.ofProgramme(PROGRAMME.value())));
        Actor maker = new Actor(ANA.account(), id(121), inFund.by().access());
        FundBook invested = withHoldingsIn(withInvestors(aFund()), new FundId(id(77)));

        assertThat(facts(invested.decide(inFund, NOW))).containsEntry("field", "investorId");
        assertThat(events(invested.decide(inProgramme, NOW))).hasSize(1);
        assertThat(events(withInvestors(aFund()).decide(draft(FIRST, "10.00", maker), NOW)))
                .hasSize(1);
        FundBook nowhere = withHoldingsIn(withInvestors(aFund()));
        assertThat(facts(nowhere.decide(inFund, NOW))).containsEntry("field", "investorId");
        assertThat(events(after(nowhere, draft(SECOND, "1.00", ANA)).decide(inFund, NOW)))
                .as("seen since the commitment before")
                .hasSize(1);
    }

    @Test
    void does_not_say_what_a_name_elsewhere_stands_for_to_whoever_may_not_see_it() {
        FundBook book = after(withInvestors(aFund()), named(FIRST, "10.00"));
        Scope hidden = Scope.of(PROGRAMME.value(), id(77), SOVEREIGN.value());
        Known<Scope> known = Objects.requireNonNull(book.known().get(CRM_7));
        FundBook elsewhere = withHoldingsIn(withInvestors(aFund()), FUND)
                .with(CRM_7, new Known<>(known.id(), hidden, known.payload()));
        Actor here = manager(Scope.ofFund(PROGRAMME.value(), FUND.value()));

        for (String amount : List.of("10.00", "10.01")) {
            var decision = elsewhere.decide(named(SECOND, amount, here), NOW);
            assertThat(refusal(decision)).isEqualTo(EXTERNAL_REFERENCE_CONFLICT);
            assertThat(facts(decision)).isEmpty();
        }
    }

    @Test
    void takes_today_of_the_funds_zone_and_refuses_tomorrow() {
        ZoneId abuDhabi = ZoneId.of("Asia/Dubai");
        FundBook book = withInvestors(aFund(Optional.empty(), Terms.DEFAULT, FundState.OPEN, abuDhabi));

        assertThat(events(book.decide(dated(TODAY.plusDays(1)), NOW))).hasSize(1);
        assertThat(refusal(book.decide(dated(TODAY.plusDays(2)), NOW))).isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void answers_the_same_foreign_identity_with_the_existing_commitment() {
        FundBook book = after(withInvestors(aFund()), named(FIRST, "10.00"));

        assertThat(events(book.decide(named(SECOND, "10.00"), NOW))).isEmpty();
        assertThat(refusal(book.decide(named(SECOND, "10.01"), NOW))).isEqualTo(EXTERNAL_REFERENCE_CONFLICT);
        assertThat(facts(book.decide(named(SECOND, "10.01"), NOW))).containsEntry("existingId", FIRST.toString());
    }

    @Test
    void edits_a_draft_and_nothing_else() {
        FundBook book = after(withInvestors(aFund()), draft(FIRST, "10.00", ANA), edit(FIRST, "12.00", CARA));
        FundBook submitted = after(book, submit(FIRST, ANA));

        assertThat(theCommitment(book, FIRST).amount()).isEqualTo(usd("12.00"));
        assertThat(theCommitment(book, FIRST).version().number()).isEqualTo(2);
        assertThat(refusal(submitted.decide(edit(FIRST, "13.00", ANA), NOW))).isEqualTo(INVALID_STATE);
        assertThat(facts(submitted.decide(edit(FIRST, "13.00", ANA), NOW)))
                .containsEntry("state", "SUBMITTED")
                .containsEntry("allowed", List.of("return", "acceptance", "cancellation"));
    }

    @Test
    void records_nothing_where_an_edit_changes_nothing() {
        FundBook book = after(withInvestors(aFund()), draft(FIRST, "10.00", ANA));

        assertThat(events(book.decide(edit(FIRST, "10.00", CARA), NOW))).isEmpty();
    }

    @Test
    void tells_the_first_refusal_that_holds() {
        FundBook book = aSubmitted(aFund(), FIRST, "10.00");

        assertThat(refusal(book.decide(edit(SECOND, "-1", STRANGER), NOW))).isEqualTo(NOT_FOUND);
        assertThat(refusal(book.decide(edit(FIRST, "-1", STRANGER), NOW))).isEqualTo(NOT_FOUND);
        assertThat(refusal(book.decide(edit(FIRST, "-1", AUDITOR), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(book.decide(expecting(1, ANA), NOW))).isEqualTo(VERSION_CONFLICT);
        assertThat(refusal(book.decide(expecting(2, ANA), NOW))).isEqualTo(INVALID_STATE);
    }

    @Test
    void does_not_go_back_before_the_last_event() {
        FundBook book = after(withInvestors(aFund()), dated(TODAY.minusDays(10)));

        assertThat(refusal(book.decide(submitted(TODAY.minusDays(11)), NOW))).isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(events(book.decide(submitted(TODAY.minusDays(10)), NOW))).hasSize(1);
        assertThat(refusal(book.decide(submitted(TODAY.plusDays(1)), NOW))).isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void is_submitted_with_signatory_and_document_or_with_a_public_source() {
        var signatory = new Signatory(id(9), "ab".repeat(32), new Signatory.Sealed("c2VhbGVk"));
        var document = new Evidence.Document("subscription.pdf", "cd".repeat(32));

        assertThat(new Evidence(Optional.of(signatory), List.of(document), Optional.empty()).isEnough())
                .isTrue();
        assertThat(new Evidence(Optional.of(signatory), List.of(), Optional.empty()).isEnough())
                .isFalse();
        assertThat(new Evidence(Optional.empty(), List.of(document), Optional.empty()).isEnough())
                .isFalse();
        assertThat(new Evidence(Optional.empty(), List.of(), Optional.of(" ")).isEnough())
                .isFalse();
        assertThat(Books.aPublicRecord().isEnough()).isTrue();
        assertThat(signatory.sealed()).hasToString("***");
    }

    @Test
    void refuses_a_submission_without_evidence() {
        FundBook book = after(withInvestors(aFund()), draft(FIRST, "10.00", ANA));
        var empty = new Evidence(Optional.empty(), List.of(), Optional.empty());
        var submit = new CommitmentCommand.Submit(FIRST, empty, Optional.empty(), ANA, OptionalLong.empty());

        assertThat(refusal(book.decide(submit, NOW))).isEqualTo(SUBMISSION_WITHOUT_EVIDENCE);
    }

    @Test
    @DisplayName("D-6: each part of the content changes its hash")
    void each_part_of_the_content_changes_its_hash() {
        FundBook book = after(withInvestors(aFund()), draft(FIRST, "10.00", ANA));
        var before = theCommitment(book, FIRST).contentHash();

        assertThat(theCommitment(after(book, edit(FIRST, "10.01", ANA)), FIRST).contentHash())
                .isNotEqualTo(before);
        assertThat(theCommitment(after(book, submit(FIRST, ANA)), FIRST).contentHash())
                .isNotEqualTo(before);
        assertThat(theCommitment(after(book, edit(FIRST, "10.00", ANA)), FIRST).contentHash())
                .isEqualTo(before);
    }

    private static Actor manager(Scope scope) {
        return new Actor(id(120), id(120), new Access(List.of(new Grant(Role.FUND_MANAGER, scope))));
    }

    private static Draft dated(LocalDate date) {
        return new Draft(FIRST, SOVEREIGN, usd("10.00"), DatePrecision.MONTH, Optional.of(date), Optional.empty(), ANA);
    }

    private static Draft named(CommitmentId id, String amount) {
        return named(id, amount, ANA);
    }

    private static Draft named(CommitmentId id, String amount, Actor by) {
        return new Draft(id, SOVEREIGN, usd(amount), DatePrecision.DAY, Optional.empty(), Optional.of(CRM_7), by);
    }

    private static CommitmentCommand.Edit expecting(long version, Actor by) {
        return new CommitmentCommand.Edit(
                FIRST, Optional.of(usd("-1")), Optional.empty(), Optional.empty(), by, OptionalLong.of(version));
    }

    private static CommitmentCommand.Submit submitted(LocalDate effective) {
        return new CommitmentCommand.Submit(
                FIRST, Books.aPublicRecord(), Optional.of(effective), ANA, OptionalLong.empty());
    }

    @Test
    void keeps_what_it_is_called_elsewhere() {
        FundBook book = after(withInvestors(aFund()), named(FIRST, "10.00"));

        assertThat(theCommitment(book, FIRST).foreign()).contains(CRM_7);
        assertThat(book.known()).containsOnlyKeys(CRM_7);
    }
}
