package tranche.portal.receipt.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.form.page.Field;
import tranche.portal.form.page.Field.Option;
import tranche.portal.form.page.Fields;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.receipt.domain.OpenLine;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptDoing;
import tranche.portal.session.domain.Visitor;
import tranche.values.money.Money;

/**
 * How the page of a command asks for it, after it has said what follows.
 *
 * @param open lines that what is held can settle; none where that is not asked
 * @param typed what was sent; nothing on a plain visit
 */
record CommandSheet(
        Receipt receipt,
        ReceiptDoing doing,
        List<OpenLine> open,
        Map<String, String> typed,
        Optional<RefusedForm> refused,
        ReceiptWords says) {

    CommandModel model(Frame frame, Visitor visitor, String once) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("amount", says.full(receipt.amount()));
        gaps.put("present", says.full(receipt.present()));
        gaps.put("refund", says.full(refundable()));
        gaps.put("leaving", says.full(sum(receipt.leaving())));
        gaps.put("lines", receipt.settled().size());
        return new CommandModel(
                frame,
                ReceiptWords.address(receipt.id()),
                ReceiptWords.address(receipt.id()) + "/" + doing.command(),
                says.words().rich("receipts.follows." + doing.command(), gaps),
                refused,
                visitor.csrf(),
                Optional.of(Long.toString(receipt.version())),
                once,
                List.of(),
                doing.fields().stream().map(this::field).toList(),
                says.words().say("receipts.do." + doing.command()),
                doing.undoes() ? "risk" : "main");
    }

    /** What the command says: an empty field is one that was not given. */
    static Map<String, String> body(ReceiptDoing doing, Map<String, String> typed) {
        Map<String, String> body = new LinkedHashMap<>();
        for (String field : doing.fields()) {
            String value = typed.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                body.put(field, value.replace("\r\n", "\n"));
            }
        }
        return body;
    }

    /** What is held or, where nothing is, all that is there. */
    private Money refundable() {
        return receipt.held().isEmpty() ? receipt.present() : sum(receipt.held());
    }

    private Money sum(List<Receipt.Held> parts) {
        return parts.stream()
                .map(Receipt.Held::amount)
                .reduce(Money.zero(receipt.amount().currency()), Money::plus);
    }

    private Field field(String name) {
        Fields fields = new Fields("receipts.field", typed, refused, says.words());
        return switch (name) {
            case "callLineId" -> fields.choice(name, true, lines());
            case "effectiveDate" -> fields.day(name, false, "");
            default -> fields.text(name, true, "");
        };
    }

    /** The open lines of those for whom something is held. */
    private List<Option> lines() {
        Set<UUID> holders = receipt.held().stream().map(Receipt.Held::investor).collect(Collectors.toSet());
        return open.stream()
                .filter(line -> holders.contains(line.investor()))
                .map(line -> new Option(
                        line.line().toString(),
                        says.words()
                                .texts()
                                .say(
                                        "receipts.line",
                                        Map.of(
                                                "investor",
                                                says.investor(line.investor()),
                                                "call",
                                                line.of(),
                                                "open",
                                                says.full(line.open()))),
                        line.line().toString().equals(typed.get("callLineId"))))
                .toList();
    }
}
