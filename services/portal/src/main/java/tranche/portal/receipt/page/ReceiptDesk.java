package tranche.portal.receipt.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.page.CallDesk;
import tranche.portal.frame.page.Addresses;
import tranche.portal.receipt.domain.OpenLine;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.portal.session.domain.Visitor;

/** Asks the service for receipts and for what they can be for, in the name of whoever reads. */
@Singleton
final class ReceiptDesk {

    private static final List<CallState> OPEN = List.of(CallState.OVERDUE, CallState.PART_PAID, CallState.ISSUED);

    /** Open calls of one fund, in each state: more of them than a person compares. */
    private static final int MOST_CALLS = 50;

    private final CallDesk calls;

    ReceiptDesk(CallDesk calls) {
        this.calls = calls;
    }

    /**
     * What a list is cut to.
     *
     * @param call of which they settle a line
     */
    record Filter(Optional<UUID> fund, Optional<UUID> call, Optional<ReceiptState> state) {}

    /** A page of the list; {@code next} asks for the following one. */
    record Page(List<Receipt> receipts, Optional<String> next) {}

    /** One receipt; empty where there is none for this reader. */
    Optional<Receipt> one(Visitor visitor, UUID id) {
        return calls.get(visitor, "/receipts/" + id).map(ReceiptAnswer::receipt);
    }

    /** A page of the receipts that the reader may see, the newest first; empty where the place is in no such list. */
    Optional<Page> page(Visitor visitor, Filter filter, Optional<String> after, int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        filter.fund().ifPresent(fund -> query.put("fundId", fund.toString()));
        filter.call().ifPresent(call -> query.put("callId", call.toString()));
        filter.state().ifPresent(state -> query.put("state", state.name()));
        query.put("newestFirst", "true");
        query.put("limit", Integer.toString(limit));
        after.ifPresent(place -> query.put("after", place));
        return calls.get(visitor, Addresses.with("/receipts", query))
                .map(answer -> new Page(
                        answer.objects("items").stream()
                                .map(ReceiptAnswer::receipt)
                                .toList(),
                        answer.textIfAny("next")));
    }

    /** A call that a receipt names; empty where it is not the reader's to see. */
    Optional<CapitalCall> call(Visitor visitor, UUID id) {
        return calls.one(visitor, id);
    }

    /** What money of a fund can be for: the lines of its open calls, those that were due first before the others. */
    List<OpenLine> openLines(Visitor visitor, UUID fund) {
        List<OpenLine> lines = new ArrayList<>();
        for (CallState state : OPEN) {
            CallDesk.Filter filter = new CallDesk.Filter(Optional.of(fund), Optional.of(state));
            calls.page(visitor, filter, Optional.empty(), MOST_CALLS)
                    .ifPresent(page -> page.calls().forEach(call -> lines.addAll(openOf(call))));
        }
        lines.sort(Comparator.comparing(OpenLine::due).thenComparing(OpenLine::line));
        return lines;
    }

    private static List<OpenLine> openOf(CapitalCall call) {
        return call.lines().stream()
                .filter(line -> line.state().isOpen())
                .map(line -> new OpenLine(
                        call.id(),
                        call.reference(),
                        call.due(),
                        line.id(),
                        line.investor(),
                        line.reference(),
                        line.open()))
                .toList();
    }
}
