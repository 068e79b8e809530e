package tranche.portal.receipt.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.portal.form.page.Field;
import tranche.portal.form.page.Field.Option;
import tranche.portal.form.page.Fields;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.receipt.domain.OpenLine;
import tranche.portal.receipt.domain.Proposal;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.session.domain.Visitor;
import tranche.values.money.Money;

/**
 * How the page of a match offers the lines of a fund's open calls.
 *
 * @param form what was chosen; on a plain visit that to which something points
 * @param open all lines that the receipt can be for
 */
record MatchSheet(
        Receipt receipt, MatchForm form, Optional<RefusedForm> refused, List<OpenLine> open, ReceiptWords says) {

    /** As many as a person looks through; a search finds the others. */
    private static final int MOST_SHOWN = 50;

    /** What a plain visit to the form holds already: the proposals. */
    static Map<String, String> proposed(Receipt receipt, ReceiptWords says) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Proposal proposal : receipt.proposals()) {
            typed.put(MatchForm.LINE + proposal.line(), "on");
            typed.put(MatchForm.AMOUNT + proposal.line(), says.words().money().bare(proposal.amount()));
        }
        if (!receipt.proposals().isEmpty() && receipt.excess().isPositive()) {
            receipt.holder().ifPresent(investor -> typed.put(MatchForm.HOLDER, investor.toString()));
        }
        return typed;
    }

    MatchModel model(Frame frame, Visitor visitor, String once) {
        List<OpenLine> found = found();
        return new MatchModel(
                frame,
                ReceiptWords.address(receipt.id()),
                ReceiptWords.address(receipt.id()) + "/match",
                says.words()
                        .rich(
                                "receipts.match.lede",
                                Map.of(
                                        "amount",
                                        says.full(receipt.present()),
                                        "payer",
                                        says.payer(receipt),
                                        "day",
                                        says.words().dates().day(receipt.valueDate()),
                                        "said",
                                        receipt.payer().wrote().isPresent() ? "yes" : "no",
                                        "wrote",
                                        receipt.payer().wrote().orElse(""))),
                refused,
                visitor.csrf(),
                Long.toString(receipt.version()),
                once,
                form.typed().getOrDefault(MatchForm.TEXT, ""),
                found.stream().limit(MOST_SHOWN).map(this::line).toList(),
                Optional.of(found.size())
                        .filter(count -> count > MOST_SHOWN)
                        .map(count -> says.words().say("receipts.match.range", "shown", MOST_SHOWN, "all", count)),
                holder());
    }

    /** What was chosen stays, whatever is searched for; then what is likeliest, then what was due first. */
    private List<OpenLine> found() {
        Set<UUID> chosen = Set.copyOf(form.chosen());
        String text = form.typed()
                .getOrDefault(MatchForm.TEXT, "")
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        return open.stream()
                .filter(line -> chosen.contains(line.line()) || said(line).contains(text))
                .sorted(Comparator.comparing((OpenLine line) -> !chosen.contains(line.line()))
                        .thenComparing(line -> !isLikely(line)))
                .toList();
    }

    private String said(OpenLine line) {
        return (says.investor(line.investor()) + line.reference() + line.of())
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private MatchModel.Line line(OpenLine line) {
        String amount = MatchForm.AMOUNT + line.line();
        String investor = says.investor(line.investor());
        return new MatchModel.Line(
                MatchForm.LINE + line.line(),
                amount,
                form.chosen().contains(line.line()),
                investor,
                line.of(),
                "/calls/" + line.call(),
                ReceiptWords.inFours(line.reference()),
                says.words().dates().day(line.due()),
                new ReceiptsModel.Amount(
                        says.words().money().bare(line.open()), line.open().plain()),
                form.typed().getOrDefault(amount, says.words().money().bare(atMost(line.open()))),
                says.words().say("receipts.match.amount.of", "investor", investor, "call", line.of()),
                because(line),
                refused.flatMap(said -> said.wrong(amount)));
    }

    private Money atMost(Money open) {
        return receipt.present().compareTo(open) < 0 ? receipt.present() : open;
    }

    private boolean isLikely(OpenLine line) {
        return line.open().equals(receipt.present())
                || receipt.proposals().stream()
                        .anyMatch(proposal -> proposal.line().equals(line.line()));
    }

    /** Why a line is offered before others: something points to it, or it asks for this very amount. */
    private Optional<String> because(OpenLine line) {
        return receipt.proposals().stream()
                .filter(proposal -> proposal.line().equals(line.line()))
                .findFirst()
                .map(says::because)
                .or(() -> line.open().equals(receipt.present())
                        ? Optional.of(says.words().say("receipts.because.amount"))
                        : Optional.empty());
    }

    private Field holder() {
        Set<UUID> investors = new LinkedHashSet<>();
        open.forEach(line -> investors.add(line.investor()));
        Map<UUID, String> names = investors.stream().collect(Collectors.toMap(Function.identity(), says::investor));
        List<Option> options = names.entrySet().stream()
                .sorted(Map.Entry.<UUID, String>comparingByValue(String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new Option(
                        one.getKey().toString(),
                        Objects.requireNonNull(one.getValue()),
                        form.holder().filter(one.getKey().toString()::equals).isPresent()))
                .toList();
        return new Fields("receipts.field", form.typed(), refused, says.words())
                .choice(MatchForm.HOLDER, false, options);
    }
}
