package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What the service says of a list of calls, and how the page says it.
 *
 * @param shown whether calls are shown to the visitor at all
 * @param drafts whether the visitor may draft one
 */
record CallTable(CallsQuery query, CallDesk.Page page, Map<UUID, String> funds, boolean shown, boolean drafts) {

    CallsModel model(Frame frame, Words words) {
        CallDesk.Filter filter = query.filter();
        return new CallsModel(
                frame,
                sentence(words),
                Optional.of("/calls/new").filter(_ -> drafts),
                FundNames.choices(funds, filter.fund()),
                Arrays.stream(CallState.values())
                        .map(state -> new Choice(
                                state.code(),
                                words.say("calls.state." + state.code()),
                                filter.state().filter(state::equals).isPresent()))
                        .toList(),
                pills(words),
                query.unknown().entrySet().stream()
                        .map(part -> new Unknown(words.say("calls.filter." + part.getKey()), part.getValue()))
                        .toList(),
                query.under(CallsQuery.PATH),
                page.calls().stream().map(call -> line(call, words)).toList(),
                words.say(nothing()),
                page.next().map(query::from),
                query.after().isPresent(),
                query.under("/calls.csv"),
                query.under("/calls.xlsx"));
    }

    /** Why the list is empty, and what to do about it. */
    private String nothing() {
        if (!shown) {
            return "calls.none.not-shown";
        }
        return query.isPlain() ? "calls.none.yet" : "calls.none";
    }

    private Content sentence(Words words) {
        if (page.calls().isEmpty()) {
            return words.rich("calls.lede.none", Map.of());
        }
        return words.rich(
                "calls.lede",
                Map.of(
                        "count",
                        page.calls().size(),
                        "part",
                        page.next().isPresent() || query.after().isPresent() ? "yes" : "no",
                        "waiting",
                        count(CallState.DRAFT),
                        "open",
                        page.calls().stream()
                                .filter(call -> call.state().isOpen())
                                .count()));
    }

    private long count(CallState state) {
        return page.calls().stream().filter(call -> call.state() == state).count();
    }

    private List<Pill> pills(Words words) {
        List<Pill> pills = new ArrayList<>();
        query.filter()
                .fund()
                .ifPresent(fund -> pills.add(new Pill(
                        words.say("calls.filter.fund"), FundNames.name(fund, funds, words), query.without("fund"))));
        query.filter()
                .state()
                .ifPresent(state -> pills.add(new Pill(
                        words.say("calls.filter.state"),
                        words.say("calls.state." + state.code()),
                        query.without("state"))));
        return pills;
    }

    private CallsModel.Line line(CapitalCall call, Words words) {
        Money amount = call.isWhole() ? call.total() : call.ofLines();
        return new CallsModel.Line(
                "c-" + call.id(),
                CallSheet.address(call.id()),
                call.reference(),
                FundNames.name(call.fund(), funds, words),
                call.purpose().lines().findFirst().orElse(""),
                new CallsModel.Amount(words.money().full(amount), amount.plain()),
                words.dates().day(call.due()),
                CallChip.of(call.standing(), words));
    }
}
