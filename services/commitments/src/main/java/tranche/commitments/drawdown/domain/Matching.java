package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.EXCEEDS_OPEN_AMOUNT;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.EXCEEDS_RECEIPT;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.EXCESS_WITHOUT_INVESTOR;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.LINE_NOT_OPEN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOTHING_HELD;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.REASON_MISSING;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.UnmatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.Wanted;
import tranche.commitments.drawdown.domain.ReceiptEvent.Matched;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentApplied;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentHeld;
import tranche.commitments.drawdown.domain.ReceiptEvent.Unmatched;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What a receipt is for, as a person says: lines that it settles, and the rest that is held (domain §2.3). */
record Matching(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> match(MatchReceipt match) {
        Optional<Receipt> found = state.receipts().get(match.id());
        return ReceiptGate.<DrawdownEvent>refusal(found, ReceiptStep.MATCH, match.by(), match.ifMatch())
                .or(() -> unknown(match))
                .or(() -> notOpen(match.wanted()))
                .or(() -> wrongSum(found.orElseThrow(), match))
                .orElseGet(() -> matched(found.orElseThrow(), match));
    }

    private Decision<DrawdownEvent> matched(Receipt receipt, MatchReceipt match) {
        List<Match> matches = match.wanted().stream().map(this::asMatch).toList();
        LocalDate on = on(receipt, matches);
        Money rest = receipt.present().minus(sum(receipt, match.wanted()));
        var happening = new Happenings(state, now, on);
        if (!matches.isEmpty()) {
            happening.add(new Matched(receipt.id(), matches, on));
        }
        if (rest.isPositive()) {
            InvestorId investor = match.excess().orElseThrow();
            happening.add(new OverpaymentHeld(receipt.id(), investor, rest, Optional.empty(), on));
        }
        matches.forEach(one -> happening.pay(one, receipt.entry()));
        return happening.accepted();
    }

    private Match asMatch(Wanted wanted) {
        CallLine line = state.lines().get(wanted.line()).orElseThrow();
        return new Match(line.call(), line.id(), wanted.amount());
    }

    private Optional<Decision<DrawdownEvent>> unknown(MatchReceipt match) {
        List<String> fields = new ArrayList<>();
        for (int place = 0; place < match.wanted().size(); place++) {
            if (ofThisFund(match.wanted().get(place).line()).isEmpty()) {
                fields.add("matches/" + place + "/callLineId");
            }
        }
        boolean holdsCommitment = match.excess().isEmpty()
                || state.commitments().values().stream()
                        .anyMatch(commitment ->
                                commitment.investor().equals(match.excess().get()));
        if (!holdsCommitment) {
            fields.add("overpaymentInvestorId");
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", fields)));
    }

    private Optional<CallLine> ofThisFund(CallLineId id) {
        return state.lines()
                .get(id)
                .filter(line -> line.fund().equals(state.fund().orElseThrow().id()));
    }

    private Optional<Decision<DrawdownEvent>> notOpen(List<Wanted> wanted) {
        for (Wanted one : wanted) {
            CallLine line = state.lines().get(one.line()).orElseThrow();
            if (!line.state().isOpen()) {
                return Optional.of(refused(LINE_NOT_OPEN, facts(line)));
            }
            if (!one.amount().currency().equals(line.amount().currency())) {
                return Optional.of(refused(
                        DrawdownRefusal.CURRENCY_NOT_THE_FUNDS,
                        Map.of("currency", line.amount().currency().code())));
            }
            if (one.amount().compareTo(line.open()) > 0) {
                return Optional.of(refused(EXCEEDS_OPEN_AMOUNT, facts(line)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> facts(CallLine line) {
        return Map.of("callLineId", line.id().toString(), "open", line.open().toString());
    }

    private static Optional<Decision<DrawdownEvent>> wrongSum(Receipt receipt, MatchReceipt match) {
        Money rest = receipt.present().minus(sum(receipt, match.wanted()));
        if (rest.isNegative()) {
            return Optional.of(
                    refused(EXCEEDS_RECEIPT, Map.of("amount", receipt.present().toString())));
        }
        return rest.isPositive() && match.excess().isEmpty()
                ? Optional.of(refused(EXCESS_WITHOUT_INVESTOR, Map.of("rest", rest.toString())))
                : Optional.empty();
    }

    private static Money sum(Receipt receipt, List<Wanted> wanted) {
        return wanted.stream()
                .map(Wanted::amount)
                .reduce(Money.zero(receipt.amount().currency()), Money::plus);
    }

    Decision<DrawdownEvent> unmatch(UnmatchReceipt unmatch) {
        Optional<Receipt> found = state.receipts().get(unmatch.id());
        Optional<Decision<DrawdownEvent>> closed = ReceiptGate.<DrawdownEvent>refusal(
                        found, ReceiptStep.UNMATCH, unmatch.by(), unmatch.ifMatch())
                .or(() -> new GoneOver(state).ofUnmatching(found.orElseThrow()));
        if (closed.isPresent()) {
            return closed.get();
        }
        if (unmatch.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Receipt receipt = found.orElseThrow();
        LocalDate on = on(receipt, receipt.matches());
        var happening = new Happenings(state, now, on);
        happening.add(new Unmatched(receipt.id(), receipt.matches(), unmatch.reason(), on));
        receipt.matches().forEach(match -> happening.reopen(match, state.today(now)));
        return happening.accepted();
    }

    Decision<DrawdownEvent> apply(ApplyHeld apply) {
        Optional<Receipt> found = state.receipts().get(apply.id());
        Optional<Decision<DrawdownEvent>> closed =
                ReceiptGate.refusal(found, ReceiptStep.APPLY, apply.by(), apply.ifMatch());
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<CallLine> named = ofThisFund(apply.line());
        if (named.isEmpty()) {
            return refused(UNKNOWN_REFERENCE, Map.of("field", "callLineId"));
        }
        CallLine line = named.get();
        Receipt receipt = found.orElseThrow();
        Optional<Held> held = receipt.settlement().held().stream()
                .filter(one -> one.investor().equals(line.investor()))
                .findFirst();
        if (!line.state().isOpen()) {
            return refused(LINE_NOT_OPEN, facts(line));
        }
        if (held.isEmpty()) {
            return refused(NOTHING_HELD);
        }
        if (apply.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Money amount =
                held.get().amount().compareTo(line.open()) < 0 ? held.get().amount() : line.open();
        Match match = new Match(line.call(), line.id(), amount);
        LocalDate on = on(receipt, List.of(match));
        var happening = new Happenings(state, now, on);
        happening.add(new OverpaymentApplied(receipt.id(), line.investor(), match, apply.reason(), on));
        happening.pay(match, receipt.entry());
        return happening.accepted();
    }

    private LocalDate on(Receipt receipt, List<Match> matches) {
        LocalDate last = Dates.later(state.today(now), receipt.version().effectiveDate());
        return Happenings.latest(state, matches)
                .map(day -> Dates.later(last, day))
                .orElse(last);
    }
}
