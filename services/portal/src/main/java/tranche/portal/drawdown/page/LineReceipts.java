package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.session.domain.Visitor;

/** Asks the service which receipts pay the lines of a call, for the fund's staff: an investor sees what became of its money in its line. */
@Singleton
final class LineReceipts {

    /** Of a call with more, the list of receipts has the others. */
    private static final int MOST = 500;

    private final CallDesk service;

    LineReceipts(CallDesk service) {
        this.service = service;
    }

    /** What came in for a line. */
    record Paid(UUID receipt, LocalDate day) {}

    /** By line, the first that came in first. */
    Map<UUID, List<Paid>> of(Visitor visitor, CapitalCall call) {
        Map<UUID, List<Paid>> byLine = new HashMap<>();
        if (call.isWhole() && call.state().isTold()) {
            Map<String, String> query = Map.of("callId", call.id().toString(), "limit", Integer.toString(MOST));
            service.get(visitor, Addresses.with("/receipts", query))
                    .ifPresent(answer -> answer.objects("items").forEach(receipt -> {
                        Paid paid = new Paid(receipt.id("id"), receipt.day("valueDate"));
                        receipt.objects("matches")
                                .forEach(match -> byLine.computeIfAbsent(match.id("callLineId"), _ -> new ArrayList<>())
                                        .add(paid));
                    }));
        }
        return byLine;
    }
}
