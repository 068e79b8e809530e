package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.ENTRY_CONFLICT;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FORBIDDEN;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptEvent.Matched;
import tranche.commitments.drawdown.domain.ReceiptEvent.Recorded;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** How an entry of the bank is recorded, and matched where it names its line to the letter (rule D-4, order 1). */
record Recording(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> record(RecordReceipt entry) {
        Optional<Fund> seen = state.fund().filter(fund -> entry.by().access().holds(Fund.READERS, fund.scope()));
        if (seen.isEmpty()) {
            return CallGate.withoutFund(entry.by());
        }
        Fund fund = seen.get();
        if (!entry.by().access().holds(Role.FUND_MANAGER, fund.scope())) {
            return refused(FORBIDDEN);
        }
        return known(entry).or(() -> refusal(fund, entry.entry())).orElseGet(() -> recorded(fund, entry));
    }

    /** The bank tells of one booking in several messages. */
    private Optional<Decision<DrawdownEvent>> known(RecordReceipt entry) {
        return Optional.ofNullable(state.entries().get(entry.entry().key()))
                .flatMap(id -> state.receipts().get(id))
                .map(receipt -> isTheSame(receipt, entry)
                        ? accepted()
                        : refused(ENTRY_CONFLICT, existing(receipt, entry.by())));
    }

    /** An account may be another fund's: its receipt is named to those who may see it. */
    private static Map<String, Object> existing(Receipt receipt, Actor by) {
        return by.access().holds(Receipt.READERS, receipt.scope())
                ? Map.of("existingId", receipt.id().toString())
                : Map.of();
    }

    private boolean isTheSame(Receipt receipt, RecordReceipt entry) {
        return receipt.entry().equals(entry.entry())
                && receipt.fund().equals(state.fund().orElseThrow().id());
    }

    private Optional<Decision<DrawdownEvent>> refusal(Fund fund, BankEntry entry) {
        LocalDate today = fund.today(now);
        Money amount = entry.amount();
        if (entry.valueDate().isAfter(today)) {
            return Optional.of(refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
        }
        if (!amount.currency().equals(fund.currency())) {
            return Optional.of(refused(
                    CURRENCY_NOT_THE_FUNDS, Map.of("currency", fund.currency().code())));
        }
        if (!amount.isPositive()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        return amount.isWholeMinorUnits() ? Optional.empty() : Optional.of(refused(AMOUNT_NOT_WHOLE));
    }

    private Decision<DrawdownEvent> recorded(Fund fund, RecordReceipt entry) {
        Recorded recorded = new Recorded(
                entry.id(),
                fund.programme(),
                fund.id(),
                entry.entry(),
                entry.payer(),
                entry.entry().valueDate());
        Optional<Match> exact = exact(entry);
        if (exact.isEmpty()) {
            return accepted(recorded);
        }
        List<Match> matches = List.of(exact.get());
        LocalDate on = Dates.later(
                entry.entry().valueDate(),
                Happenings.latest(state, matches).orElse(entry.entry().valueDate()));
        var happening = new Happenings(state, now, on);
        happening.add(recorded);
        happening.add(new Matched(entry.id(), matches, on));
        happening.pay(exact.get(), entry.entry());
        return happening.accepted();
    }

    /** The one open line that is named, if what is open of it is what came. */
    private Optional<Match> exact(RecordReceipt entry) {
        Set<PaymentReference> named =
                entry.payer().remittance().map(PaymentReference::in).orElse(Set.of());
        List<CallLine> lines = state.lines().values().stream()
                .filter(line -> named.contains(line.reference())
                        && line.fund().equals(state.fund().orElseThrow().id()))
                .toList();
        return lines.size() == 1 && lines.getFirst().open().equals(entry.entry().amount())
                ? Optional.of(new Match(
                        lines.getFirst().call(),
                        lines.getFirst().id(),
                        entry.entry().amount()))
                : Optional.empty();
    }
}
