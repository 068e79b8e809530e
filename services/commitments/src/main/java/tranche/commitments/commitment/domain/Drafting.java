package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CALLED_EXCEEDS_COMMITMENT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CLOSED_TO_NEW;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.PAID_EXCEEDS_CALLED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.RESTORED_EXCEEDS_PAID;
import static tranche.commitments.commitment.domain.CommitmentRefusal.SOURCE_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.SUBMISSION_WITHOUT_EVIDENCE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.commitments.commitment.domain.CommitmentCommand.Draft;
import tranche.commitments.commitment.domain.CommitmentCommand.DraftTakeOn;
import tranche.commitments.commitment.domain.CommitmentCommand.Edit;
import tranche.commitments.commitment.domain.CommitmentCommand.Submit;
import tranche.commitments.commitment.domain.CommitmentEvent.DraftEdited;
import tranche.commitments.commitment.domain.CommitmentEvent.Drafted;
import tranche.commitments.commitment.domain.CommitmentEvent.Submitted;
import tranche.commitments.commitment.domain.CommitmentEvent.TakeOnDrafted;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;
import tranche.values.register.Known;

/** How a commitment comes to be submitted, and a position to be taken on: the maker's half of domain §2.1. */
record Drafting(FundBook book, Instant now) {

    Decision<BookEvent> draft(Draft draft) {
        ContentHash payload = payload(
                draft.investor(), draft.amount(), draft.precision().name(), draft.effectiveDate(), Optional.empty());
        var answer = forbidden(draft.by(), draft.investor())
                .or(() -> knownAlready(draft, payload))
                .or(() -> unknownFund(draft.by(), draft.investor()))
                .or(() -> ahead(draft.effectiveDate()))
                .or(this::closedToNew)
                .or(() -> notActive(draft.investor(), draft.by()))
                .or(() -> unknownInvestor(draft.investor(), draft.by()))
                .or(() -> wrongAmount(draft.amount()));
        if (answer.isPresent()) {
            return answer.get();
        }
        Fund fund = book.fund().orElseThrow();
        return accepted(new Drafted(
                draft.id(),
                fund.programme(),
                fund.id(),
                draft.investor(),
                draft.amount(),
                draft.precision(),
                draft.foreign(),
                payload,
                draft.effectiveDate().orElse(fund.today(now)),
                draft.by().asMaker()));
    }

    Decision<BookEvent> edit(Edit edit) {
        Optional<Commitment> found = book.commitments().get(edit.id());
        var refusal = Gate.<BookEvent>refusal(found, Step.EDIT, edit.by(), edit.ifMatch())
                .or(() -> Dates.refusal(book, found.orElseThrow().version(), edit.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Commitment draft = found.orElseThrow();
        Money amount = edit.amount().orElse(draft.amount());
        DatePrecision precision = edit.precision().orElse(draft.precision());
        LocalDate effective = Dates.effective(book, draft.version(), edit.effectiveDate(), now);
        boolean dateStays = edit.effectiveDate().map(draft.dated()::equals).orElse(true);
        if (amount.equals(draft.amount()) && precision == draft.precision() && dateStays) {
            return accepted();
        }
        return wrongAmount(amount)
                .orElseGet(() -> accepted(new DraftEdited(
                        edit.id(), amount, precision, effective, edit.by().asMaker())));
    }

    Decision<BookEvent> submit(Submit submit) {
        Optional<Commitment> found = book.commitments().get(submit.id());
        var refusal = Gate.<BookEvent>refusal(found, Step.SUBMIT, submit.by(), submit.ifMatch())
                .or(() -> Dates.refusal(book, found.orElseThrow().version(), submit.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!submit.evidence().isEnough()) {
            return refused(SUBMISSION_WITHOUT_EVIDENCE);
        }
        return accepted(new Submitted(
                submit.id(),
                submit.evidence(),
                Dates.effective(book, found.orElseThrow().version(), submit.effectiveDate(), now),
                submit.by().asMaker()));
    }

    /** A position that exists elsewhere was let in elsewhere: the fund may be closed to new ones (domain §2.1). */
    Decision<BookEvent> draftTakeOn(DraftTakeOn takeOn) {
        Opening opening = takeOn.opening();
        ContentHash payload = payload(
                takeOn.investor(),
                takeOn.amount(),
                opening.precision().name(),
                Optional.of(opening.asOf()),
                Optional.of(opening));
        var answer = forbidden(takeOn.by(), takeOn.investor())
                .or(() -> knownAlready(takeOn, payload))
                .or(() -> unknownFund(takeOn.by(), takeOn.investor()))
                .or(() -> Acceptance.afterFirstCall(book))
                .or(() -> ahead(Optional.of(opening.asOf())))
                .or(() -> unknownInvestor(takeOn.investor(), takeOn.by()))
                .or(() -> withoutSource(opening))
                .or(() -> wrongAmount(takeOn.amount(), opening.drawn()));
        if (answer.isPresent()) {
            return answer.get();
        }
        Fund fund = book.fund().orElseThrow();
        return accepted(new TakeOnDrafted(
                takeOn.id(),
                fund.programme(),
                fund.id(),
                takeOn.investor(),
                takeOn.amount(),
                opening,
                takeOn.foreign(),
                payload,
                opening.asOf(),
                takeOn.by().asMaker()));
    }

    /** Who may enter a commitment of this investor; of a fund that is not there for the caller the next rules tell. */
    private Optional<Decision<BookEvent>> forbidden(Actor by, InvestorId investor) {
        boolean manages = fundSeenBy(by)
                .map(fund -> Scope.of(fund.programme().value(), fund.id().value(), investor.value()))
                .map(scope -> by.access().holds(Role.FUND_MANAGER, scope))
                .orElseGet(() -> by.access().holdsAnywhere(Role.FUND_MANAGER));
        return manages ? Optional.empty() : Optional.of(refused(FORBIDDEN));
    }

    /** Beside a fund that is not there an investor that is not there is told at once. */
    private Optional<Decision<BookEvent>> unknownFund(Actor by, InvestorId investor) {
        if (fundSeenBy(by).isPresent()) {
            return Optional.empty();
        }
        List<String> fields =
                investorSeenBy(by, investor).isPresent() ? List.of("fundId") : List.of("fundId", "investorId");
        return Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", fields)));
    }

    private Optional<Decision<BookEvent>> unknownInvestor(InvestorId investor, Actor by) {
        return investorSeenBy(by, investor).isPresent()
                ? Optional.empty()
                : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "investorId")));
    }

    private Optional<Fund> fundSeenBy(Actor by) {
        return book.fund().filter(fund -> by.access().holds(Fund.READERS, fund.scope()));
    }

    private Optional<Investor> investorSeenBy(Actor by, InvestorId id) {
        return Optional.ofNullable(book.investors().get(id))
                .filter(investor -> book.holdings().show(investor, by));
    }

    /** The same request again asks for what is already so; another one under the same name is refused. */
    private Optional<Decision<BookEvent>> knownAlready(CommitmentCommand asked, ContentHash payload) {
        Optional<Known<Scope>> existing = asked.foreign().map(book.known()::get);
        return existing.map(known -> {
            boolean seen = asked.by().access().holds(Commitment.READERS, known.object());
            return seen && known.payload().equals(payload)
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, known.conflict(seen));
        });
    }

    private Optional<Decision<BookEvent>> ahead(Optional<LocalDate> given) {
        LocalDate today = Dates.today(book, now);
        return given.filter(today::isBefore).map(_ -> refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
    }

    private Optional<Decision<BookEvent>> closedToNew() {
        return book.fund().orElseThrow().isOpen() ? Optional.empty() : Optional.of(refused(FUND_CLOSED_TO_NEW));
    }

    private Optional<Decision<BookEvent>> notActive(InvestorId investor, Actor by) {
        return investorSeenBy(by, investor).filter(party -> !party.isActive()).map(_ -> refused(INVESTOR_NOT_ACTIVE));
    }

    private static Optional<Decision<BookEvent>> withoutSource(Opening opening) {
        return opening.source().isBlank() ? Optional.of(refused(SOURCE_MISSING)) : Optional.empty();
    }

    private Optional<Decision<BookEvent>> wrongAmount(Money amount) {
        return wrongAmount(amount, Drawn.nothing(amount.currency()));
    }

    /**
     * Domain §2.1: in the fund's currency, above zero, a multiple of the minor unit; what was paid was called, what was
     * restored was paid, and nothing below zero is left to call (I-4, I-5, §7.2).
     */
    private Optional<Decision<BookEvent>> wrongAmount(Money amount, Drawn drawn) {
        Currency currency = book.fund().orElseThrow().currency();
        if (!amount.currency().equals(currency) || !drawn.isIn(currency)) {
            return Optional.of(refused(CURRENCY_NOT_THE_FUNDS, Map.of("currency", currency.code())));
        }
        if (!amount.isPositive() || drawn.hasNegative()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        if (!amount.isWholeMinorUnits() || !drawn.isWholeMinorUnits()) {
            return Optional.of(refused(AMOUNT_NOT_WHOLE));
        }
        if (drawn.calledUnpaid().isNegative()) {
            return Optional.of(refused(PAID_EXCEEDS_CALLED));
        }
        if (drawn.paidNetOfRestored().isNegative()) {
            return Optional.of(refused(RESTORED_EXCEEDS_PAID));
        }
        return drawn.uncalledOf(amount).isNegative()
                ? Optional.of(refused(CALLED_EXCEEDS_COMMITMENT))
                : Optional.empty();
    }

    private ContentHash payload(
            InvestorId investor,
            Money amount,
            String precision,
            Optional<LocalDate> effectiveDate,
            Optional<Opening> opening) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("fundId", book.fund().map(fund -> fund.id().toString()).orElse(null));
        members.put("investorId", investor.toString());
        members.put("amount", amount.toString());
        members.put("effectiveDatePrecision", precision);
        members.put("effectiveDate", effectiveDate.map(LocalDate::toString).orElse(null));
        members.put("opening", opening.map(Opening::members).orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
