package tranche.commitments.drawdown.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/**
 * What a draft or its edit would come to if it were made now, decided by the very code that makes it (domain §2.2, rule D-20).
 * Nothing is kept of it: the lines have no ids and no references yet.
 *
 * @param lines those who would bear anything, in the order of their commitments' ids
 * @param earliest the first day on which it could fall due if it were issued now
 * @param businessDay the due date, or the next day on which banks settle by the fund's calendar
 */
public record CallPreview(
        CallContent content, CallBasis basis, List<Line> lines, LocalDate earliest, LocalDate businessDay) {

    /**
     * What would be called of a commitment.
     *
     * @param uncalledAfter what could still be called of it once the call is issued
     */
    public record Line(
            CommitmentId commitment, InvestorId investor, List<Share> shares, Money amount, Money uncalledAfter) {

        public Line {
            shares = List.copyOf(shares);
        }
    }

    public CallPreview {
        lines = List.copyOf(lines);
    }

    /**
     * @param command a draft of a call that is not there yet, or an edit
     * @return one preview, or what the command would be refused for
     */
    public static Decision<CallPreview> of(Drawdowns state, CallCommand command, Instant now) {
        return switch (state.decide(command, now)) {
            case Decision.Refused<DrawdownEvent>(var refusal, var facts) -> refused(refusal, facts);
            case Decision.Accepted<DrawdownEvent>(var events) ->
                switch (events.getFirst()) {
                    case CallEvent.Drafted drafted ->
                        accepted(of(state, drafted.content(), drafted.basis(), drafted.lines(), now));
                    case CallEvent.DraftEdited edited ->
                        accepted(of(state, edited.content(), edited.basis(), edited.lines(), now));
                    case DrawdownEvent other -> throw new IllegalArgumentException("no preview of " + other);
                };
        };
    }

    private static CallPreview of(
            Drawdowns state, CallContent content, CallBasis basis, List<DraftLine> lines, Instant now) {
        Fund fund = state.fund().orElseThrow();
        return new CallPreview(
                content,
                basis,
                lines.stream().map(line -> line(state, line)).toList(),
                CallGuard.earliestDue(state, now),
                fund.content().calendar().businessDays().roll(content.dueDate()));
    }

    private static Line line(Drawdowns state, DraftLine line) {
        Money uncalled =
                state.commitments().get(line.commitment()).orElseThrow().uncalled();
        return new Line(
                line.commitment(), line.investor(), line.shares(), line.amount(), uncalled.minus(line.amount()));
    }
}
