package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.drawdown.domain.CallEvent.LineIssued;
import tranche.commitments.drawdown.domain.CallEvent.LineOverdue;
import tranche.commitments.drawdown.domain.CallEvent.LinePaid;
import tranche.commitments.drawdown.domain.CallEvent.LineReopened;
import tranche.commitments.drawdown.domain.CallEvent.LineReversed;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/**
 * What one command leads to, event after event, each upon what the one before left: what happens to a line happens to its
 * commitment too.
 */
final class Happenings {

    private final Instant now;
    private final LocalDate on;
    private final List<DrawdownEvent> events = new ArrayList<>();
    private Drawdowns state;

    /** @param on from which day all of it holds */
    Happenings(Drawdowns state, Instant now, LocalDate on) {
        this.state = state;
        this.now = now;
        this.on = on;
    }

    void add(DrawdownEvent event) {
        state = state.apply(event, now);
        events.add(event);
    }

    void issue(CallLine line) {
        add(new LineIssued(line.call(), line.id(), on));
        draw(line, line.amount(), Money.zero(line.amount().currency()));
    }

    void reverse(CallLine line) {
        Money paid = line.matched().negated();
        add(new LineReversed(line.call(), line.id(), on));
        draw(line, line.amount().negated(), paid);
    }

    /**
     * Money settles a line; with the last one, its call is paid.
     *
     * @param entry of the bank with which it came
     */
    void pay(Match match, BankEntry entry) {
        add(new LinePaid(match.call(), match.line(), match.amount(), entry.valueDate(), on));
        settle(line(match), match.amount());
        if (state.calls().get(match.call()).orElseThrow().state() == CallState.PAID) {
            add(new CallEvent.Paid(match.call(), on));
        }
    }

    /** What had come in for a line is taken off it; its day may be long over. */
    void reopen(Match match, LocalDate today) {
        boolean afterTransfer = new GoneOver(state).holds(line(match));
        add(new LineReopened(match.call(), match.line(), match.amount(), afterTransfer, on));
        settle(line(match), match.amount().negated());
        if (line(match).becomesLate(today)) {
            add(new LineOverdue(match.call(), match.line(), on));
        }
    }

    private CallLine line(Match match) {
        return state.lines().get(match.line()).orElseThrow();
    }

    /** What is settled of a line is paid of its commitment, unless that went over before. */
    private void settle(CallLine line, Money paid) {
        if (!line.afterTransfer()) {
            draw(line, Money.zero(paid.currency()), paid);
        }
    }

    private void draw(CallLine line, Money called, Money paid) {
        Commitment commitment = state.commitments().get(line.commitment()).orElseThrow();
        Drawn drawn = commitment.drawn();
        add(new CommitmentDrawn(
                commitment.id(),
                line.call(),
                new Drawn(drawn.called().plus(called), drawn.paid().plus(paid), drawn.restored(), drawn.distributed()),
                on));
    }

    Decision<DrawdownEvent> accepted() {
        return Decision.accepted(events);
    }

    /** The latest day of what matches would touch: nothing that happens to it holds before that (§2). */
    static Optional<LocalDate> latest(Drawdowns state, List<Match> matches) {
        return matches.stream()
                .flatMap(match -> {
                    CallLine line = state.lines().get(match.line()).orElseThrow();
                    return Stream.of(
                            line.version().effectiveDate(),
                            state.calls()
                                    .get(match.call())
                                    .orElseThrow()
                                    .version()
                                    .effectiveDate(),
                            state.commitments()
                                    .get(line.commitment())
                                    .orElseThrow()
                                    .version()
                                    .effectiveDate());
                })
                .max(LocalDate::compareTo);
    }
}
