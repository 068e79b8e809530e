package tranche.portal.receipt.page;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.drawdown.page.CallChip;
import tranche.portal.receipt.domain.Proposal;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * How receipts are spoken of.
 *
 * @param investors by name, as far as the reader may see them
 */
record ReceiptWords(Map<UUID, String> investors, Words words) {

    private static final Pattern FOUR = Pattern.compile("(.{4})(?=.)");

    static String address(UUID receipt) {
        return ReceiptsQuery.PATH + "/" + receipt;
    }

    /** In groups of four, as references and account numbers stand on paper. */
    static String inFours(String text) {
        return FOUR.matcher(text).replaceAll("$1\u00a0");
    }

    String investor(UUID id) {
        return Optional.ofNullable(investors.get(id)).orElseGet(() -> words.say("receipts.investor.unknown"));
    }

    /** Whoever paid, as the bank names them. */
    String payer(Receipt receipt) {
        return receipt.payer().name().orElseGet(() -> words.say("receipts.payer.unknown"));
    }

    String full(Money money) {
        return words.money().full(money);
    }

    CallChip chip(ReceiptState state) {
        String word = words.say("receipts.state." + state.code());
        return switch (state) {
            case UNMATCHED -> new CallChip("circle-dashed", "warn", word);
            case MATCHED -> new CallChip("circle-check", "ok", word);
            case OVERPAID -> new CallChip("coins", "info", word);
            case REFUND_PENDING -> new CallChip("clock", "warn", word);
            case REFUNDED -> new CallChip("arrow-back-up", "draft", word);
            case RETURNED -> new CallChip("ban", "bad", word);
        };
    }

    /** How far a proposal may be relied upon. */
    CallChip likelihood(Proposal proposal) {
        String word = words.say("receipts.likelihood."
                + proposal.likelihood()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-'));
        return switch (proposal.likelihood()) {
            case VERY_LIKELY -> new CallChip("circle-check", "ok", word);
            case LIKELY -> new CallChip("circle-check", "info", word);
            case POSSIBLE -> new CallChip("circle-dashed", "warn", word);
        };
    }

    /** The rule that found a proposal, and what follows for the line. */
    String because(Proposal proposal) {
        return switch (proposal.rule()) {
            case REFERENCE ->
                proposal.settlesAll()
                        ? words.say("receipts.because.reference")
                        : words.say("receipts.because.reference.less", "left", full(proposal.left()));
            case DEBTOR -> words.say("receipts.because.debtor");
        };
    }
}
