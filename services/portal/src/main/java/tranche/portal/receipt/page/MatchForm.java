package tranche.portal.receipt.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.problem.page.RefusedForm.Finding;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.words.page.AmountText;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * Which lines were chosen for a receipt, each with an amount, and for whom the rest is held.
 *
 * @param typed what was sent: a chosen line has a field of its own, named by it
 */
record MatchForm(Receipt receipt, Map<String, String> typed, Words words) {

    /** Before the id of a line: it is chosen. */
    static final String LINE = "line-";

    /** Before the id of a line: what of the receipt is for it. */
    static final String AMOUNT = "amount-";

    /** For whom the rest is held. */
    static final String HOLDER = "held";

    /** What the lines that are offered are searched for. */
    static final String TEXT = "text";

    /** The button that searches, and does nothing else. */
    static final String FIND = "find";

    /** What a service says of one of the lines, by its place among those that were sent. */
    private static final Pattern OF_LINE = Pattern.compile("matches/([0-9]{1,3})(?:/.*)?");

    /** A body to be sent, or what is wrong with what was typed. */
    record Read(Map<String, Object> body, List<Finding> findings) {}

    boolean onlySearches() {
        return typed.containsKey(FIND);
    }

    /** The lines that were chosen, in the order in which they stood. */
    List<UUID> chosen() {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(LINE))
                .flatMap(name -> id(name.substring(LINE.length())).stream())
                .toList();
    }

    Read read() {
        List<Finding> findings = new ArrayList<>();
        List<Map<String, Object>> matches = new ArrayList<>();
        for (UUID line : chosen()) {
            Optional<Money> amount = AmountText.parse(
                    typed.getOrDefault(AMOUNT + line, ""),
                    receipt.amount().currency(),
                    words.texts().locale());
            if (amount.isEmpty()) {
                findings.add(new Finding(AMOUNT + line, words.say("receipts.match.amount.unreadable")));
            }
            amount.ifPresent(money -> matches.add(Map.of(
                    "callLineId",
                    line.toString(),
                    "amount",
                    Map.of("value", money.plain(), "currency", money.currency().code()))));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("matches", matches);
        holder().ifPresent(investor -> body.put("overpaymentInvestorId", investor));
        if (chosen().isEmpty() && holder().isEmpty()) {
            findings.add(new Finding(HOLDER, words.say("receipts.match.nothing")));
        }
        return new Read(body, findings);
    }

    Optional<String> holder() {
        return Optional.of(typed.getOrDefault(HOLDER, "").strip()).filter(id -> !id.isEmpty());
    }

    /** What a service answered, with what it says of a line at that line. */
    RefusedForm at(RefusedForm refused) {
        List<UUID> sent = chosen();
        List<Finding> findings = refused.findings().stream()
                .map(finding -> {
                    Matcher place = OF_LINE.matcher(finding.field());
                    boolean known = place.matches() && Integer.parseInt(place.group(1)) < sent.size();
                    return known
                            ? new Finding(AMOUNT + sent.get(Integer.parseInt(place.group(1))), finding.text())
                            : new Finding(HOLDER, finding.text());
                })
                .toList();
        return new RefusedForm(
                refused.title(),
                refused.detail(),
                refused.remedy(),
                findings,
                refused.unanswered(),
                refused.moved(),
                refused.typed());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
