package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.INSUFFICIENT_UNCALLED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOTICE_TOO_SHORT;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.drawdown.domain.CallEvent.Issued;
import tranche.commitments.fund.domain.Fund;
import tranche.values.decision.Decision;

/** How an approved call becomes a demand (domain §2.2). */
record CallIssue(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> issue(IssueCall issue) {
        Optional<CapitalCall> found = state.calls().get(issue.id());
        Optional<Decision<DrawdownEvent>> closed = CallGate.<DrawdownEvent>refusal(
                        found, CallStep.ISSUE, issue.by(), issue.ifMatch())
                .or(() -> new TrancheCalls(state, now).fallenBack(issue.id()));
        if (closed.isPresent()) {
            return closed.get();
        }
        CapitalCall call = found.orElseThrow();
        Fund fund = state.fund().orElseThrow();
        LocalDate today = fund.today(now);
        LocalDate earliest = earliestDue(fund, today);
        if (call.content().dueDate().isBefore(earliest)) {
            return refused(NOTICE_TOO_SHORT, Map.of("earliest", earliest.toString()));
        }
        List<CallLine> lines = state.linesOf(call.id());
        if (!lines.stream().allMatch(this::canBeCalled)) {
            return refused(INSUFFICIENT_UNCALLED);
        }
        var happening =
                new Happenings(state, now, Dates.later(today, call.version().effectiveDate()));
        happening.add(new Issued(call.id(), Dates.later(today, call.version().effectiveDate())));
        lines.forEach(happening::issue);
        return happening.accepted();
    }

    /** The notice that the fund's terms give its investors, in business days after today. */
    private static LocalDate earliestDue(Fund fund, LocalDate today) {
        int notice = fund.terms().noticeBusinessDays();
        return notice == 0 ? today : fund.content().calendar().businessDays().add(today, notice);
    }

    /** What was enough when the call was drafted may have been called by another since. */
    private boolean canBeCalled(CallLine line) {
        return state.commitments()
                .get(line.commitment())
                .filter(commitment -> line.amount().compareTo(commitment.uncalled()) <= 0)
                .isPresent();
    }
}
