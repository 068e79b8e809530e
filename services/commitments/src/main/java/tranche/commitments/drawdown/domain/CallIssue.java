package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.drawdown.domain.CallEvent.Issued;
import tranche.values.decision.Decision;

/** How an approved call becomes a demand (domain §2.2). */
record CallIssue(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> issue(IssueCall issue) {
        Optional<CapitalCall> found = state.calls().get(issue.id());
        Optional<Decision<DrawdownEvent>> closed = CallGate.<DrawdownEvent>refusal(
                        found, CallStep.ISSUE, issue.by(), issue.ifMatch())
                .or(() -> CallGuard.refusal(CallStep.ISSUE, found.orElseThrow(), state, now));
        if (closed.isPresent()) {
            return closed.get();
        }
        CapitalCall call = found.orElseThrow();
        LocalDate effective = Dates.later(state.today(now), call.version().effectiveDate());
        var happening = new Happenings(state, now, effective);
        happening.add(new Issued(call.id(), effective));
        state.linesOf(call.id()).forEach(happening::issue);
        return happening.accepted();
    }
}
