package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOT_FOUND;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.CallCommand.MarkOverdue;
import tranche.commitments.drawdown.domain.CallCommand.RemindOfDue;
import tranche.commitments.drawdown.domain.CallEvent.LineDueSoon;
import tranche.commitments.drawdown.domain.CallEvent.LineOverdue;
import tranche.values.actor.Actor;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;

/** What the days around its due date bring to an issued call (domain §2.2, rule N-1). */
record CallDue(Drawdowns state, Instant now) {

    /** Tells each line that is unpaid shortly before its day, once for each threshold. */
    Decision<DrawdownEvent> remind(RemindOfDue remind) {
        return lines(remind.id(), remind.by(), call -> {
            LocalDate today = state.today(now);
            WorkingDays calendar =
                    state.fund().orElseThrow().content().calendar().businessDays();
            return line -> line.reminder(today, calendar).stream()
                    .map(reminder -> new LineDueSoon(
                            call.id(),
                            line.id(),
                            reminder,
                            Dates.later(today, call.version().effectiveDate())));
        });
    }

    Decision<DrawdownEvent> markOverdue(MarkOverdue mark) {
        return lines(
                mark.id(),
                mark.by(),
                call -> line -> line.becomesLate(state.today(now))
                        ? Stream.of(new LineOverdue(call.id(), line.id(), dayAfter(call)))
                        : Stream.of());
    }

    private Decision<DrawdownEvent> lines(
            CallId id, Actor by, Function<CapitalCall, Function<CallLine, Stream<? extends DrawdownEvent>>> events) {
        Optional<CapitalCall> found = state.calls().get(id);
        if (found.isEmpty()) {
            return refused(NOT_FOUND);
        }
        if (!by.isSystem()) {
            return refused(FORBIDDEN);
        }
        CapitalCall call = found.get();
        return accepted(state.linesOf(call.id()).stream()
                .flatMap(events.apply(call))
                .<DrawdownEvent>map(event -> event)
                .toList());
    }

    /** Lateness depends on dates alone, never on when somebody noticed it (rule D-25). */
    private static LocalDate dayAfter(CapitalCall call) {
        return Dates.later(call.content().dueDate().plusDays(1), call.version().effectiveDate());
    }
}
