package tranche.portal.drawdown.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.raise.domain.CallBackground.Bearer;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * The allocation of a call as its page shows it: the largest lines first, so many at a time.
 *
 * @param names of investors that the reader may know
 * @param bearers the commitments of all lines, as far as they are known
 * @param reach how its investors would be told, as far as that is known and it is not issued yet
 * @param receipts what came in for its lines, to those who may see that
 * @param page from 1
 */
record CallLines(
        CapitalCall call,
        Map<UUID, String> names,
        Map<UUID, Bearer> bearers,
        Map<UUID, ReachDesk.Reach> reach,
        Map<UUID, List<LineReceipts.Paid>> receipts,
        int page) {

    /** Lines that a person still reads; files have them all. */
    private static final int SHOWN = 200;

    private static final Pattern FOUR = Pattern.compile("(.{4})(?!$)");

    /** The lines of a page; the last one where it is asked for a later one. */
    static List<CallLine> shown(CapitalCall call, int page) {
        int from = (within(call, page) - 1) * SHOWN;
        return call.lines().subList(from, Math.min(from + SHOWN, call.lines().size()));
    }

    private static int within(CapitalCall call, int page) {
        return Math.clamp(page, 1, pages(call));
    }

    private static int pages(CapitalCall call) {
        return Math.max(1, (call.lines().size() + SHOWN - 1) / SHOWN);
    }

    CallModel.Allocation allocation(Words words) {
        List<CallLine> shown = shown(call, page);
        int all = call.lines().size();
        int now = within(call, page);
        int first = (now - 1) * SHOWN + 1;
        String address = CallSheet.address(call.id());
        return new CallModel.Allocation(
                call.isWhole(),
                call.state().isTold(),
                shown.stream().map(line -> line(line, words)).toList(),
                words.say("call.lines", "count", all),
                words.money().hundredths(Share.of(call.ofLines(), call.total())),
                amount(call.ofLines(), words),
                amount(call.open(), words),
                uncalled().map(left -> amount(left, words)),
                call.addsUp(),
                call.lineCount()
                        .map(_ -> words.say(
                                call.addsUp() ? "call.adds-up" : "call.adds-up.not",
                                "total",
                                words.money().full(call.total()))),
                new CallRounding(call, shown, names).rows(words),
                Optional.of(shown.size())
                        .filter(count -> count < all)
                        .map(count -> words.texts()
                                .say("call.lines.shown", "first", first, "last", first + count - 1, "all", all)),
                at(now - 1).filter(_ -> now > 1),
                at(now + 1).filter(_ -> now < pages(call)),
                address + "/allocation.csv",
                address + "/allocation.xlsx",
                receipts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Addresses.with(
                                "/receipts", Map.of("call", call.id().toString()))));
    }

    private Optional<String> at(int other) {
        return Optional.of(address(other) + "#allocation");
    }

    /** The address of the page of the call with the lines that it shows. */
    String here() {
        return within(call, page) == 1 ? CallSheet.address(call.id()) : address(within(call, page));
    }

    private String address(int other) {
        return Addresses.with(CallSheet.address(call.id()), Map.of("page", Integer.toString(other)));
    }

    private CallModel.Line line(CallLine line, Words words) {
        return new CallModel.Line(
                name(line.investor(), names, words),
                bearer(line).map(known -> words.say("words.kind." + known.kind().code() + ".one")),
                words.money().hundredths(Share.of(line.amount(), call.total())),
                amount(line.amount(), words),
                amount(line.open(), words),
                uncalled(line).map(left -> amount(left, words)),
                CallChip.of(line.state(), words),
                Optional.of(line.reference()).filter(_ -> line.state().isTold()).map(CallLines::inFours),
                told(line),
                Optional.ofNullable(reach.get(line.investor())).map(one -> way(one, words)),
                receipts.getOrDefault(line.id(), List.of()).stream()
                        .map(paid -> new CallModel.Paid(
                                "/receipts/" + paid.receipt(),
                                words.dates().day(paid.day()),
                                words.say("call.receipt", "day", words.dates().day(paid.day()))))
                        .toList());
    }

    /** The portal alone is no way to somebody who does not know that there is something to look at. */
    private static String way(ReachDesk.Reach reach, Words words) {
        List<String> ways =
                reach.channels().stream().filter(way -> !way.equals("PORTAL")).toList();
        if (ways.isEmpty()) {
            return words.say(reach.channels().isEmpty() ? "call.way.none" : "call.way.portal");
        }
        return words.say(
                "call.way",
                "channels",
                words.texts()
                        .list(ways.stream()
                                .map(way -> words.say("call.way." + way.toLowerCase(Locale.ROOT)))
                                .toList()),
                "languages",
                words.texts()
                        .list(reach.languages().stream()
                                .map(language -> words.say("call.way.language." + language))
                                .toList()));
    }

    private Optional<Bearer> bearer(CallLine line) {
        return Optional.ofNullable(bearers.get(line.commitment()));
    }

    /** What can still be called of its commitment: nothing of a draft is called yet. */
    private Optional<Money> uncalled(CallLine line) {
        return bearer(line)
                .map(Bearer::uncalled)
                .map(left -> line.state() == CallState.DRAFT ? left.minus(line.amount()) : left);
    }

    /** Of all commitments together, each counted once. */
    private Optional<Money> uncalled() {
        Map<UUID, Money> byCommitment = new HashMap<>();
        for (CallLine line : call.lines()) {
            Optional<Money> left = uncalled(line);
            if (left.isEmpty()) {
                return Optional.empty();
            }
            byCommitment.put(line.commitment(), left.get());
        }
        return Optional.of(
                byCommitment.values().stream().reduce(Money.zero(call.total().currency()), Money::plus));
    }

    /** The notice of the reader's own line, where it is the only one and demanded. */
    Optional<CallModel.Notice> own() {
        return call.isWhole() || call.lines().size() != 1
                ? Optional.empty()
                : told(call.lines().getFirst());
    }

    private Optional<CallModel.Notice> told(CallLine line) {
        return Optional.of(line)
                .filter(one -> one.state().isTold())
                .map(one -> new CallModel.Notice(notice(call.id(), one), check(call.id(), one)));
    }

    /** The name of an investor, or what stands where it is not known yet. */
    static String name(UUID investor, Map<UUID, String> names, Words words) {
        return Optional.ofNullable(names.get(investor)).orElseGet(() -> words.say("call.investor.unknown"));
    }

    /** Where the notice of a line is: the PDF in the reader's language, for whoever may see the line. */
    static String notice(UUID call, CallLine line) {
        return "/api/v1/capital-calls/" + call + "/lines/" + line.id() + "/notice";
    }

    /** Where the notice of a line is checked, for whoever may see the line. */
    static String check(UUID call, CallLine line) {
        return CallSheet.address(call) + "/lines/" + line.id() + "/check";
    }

    /** As it stands on paper (ISO 11649): in groups of four. */
    static String inFours(String reference) {
        return FOUR.matcher(reference).replaceAll("$1 ");
    }

    static CallModel.Amount amount(Money amount, Words words) {
        return new CallModel.Amount(words.money().bare(amount), amount.plain());
    }
}
