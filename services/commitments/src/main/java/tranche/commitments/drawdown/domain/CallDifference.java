package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/**
 * What of a call is otherwise than it was before its last edit (rule D-6): whoever approves sees the difference, not only the
 * result.
 *
 * @param components by their kind, of those that differ
 * @param lines in the order of their commitments, of those that differ
 */
public record CallDifference(
        Optional<Changed<LocalDate>> dueDate,
        Optional<Changed<String>> purpose,
        Optional<Changed<CallBasis>> basis,
        Optional<Changed<Money>> total,
        List<Part> components,
        List<Line> lines) {

    /** What was, and what is. */
    public record Changed<T>(T was, T is) {

        private static <T> Optional<Changed<T>> of(T was, T is) {
            return was.equals(is) ? Optional.empty() : Optional.of(new Changed<>(was, is));
        }
    }

    /**
     * What is called of one kind.
     *
     * @param was empty where nothing was
     * @param is empty where nothing is any more
     */
    public record Part(ComponentType type, Optional<Money> was, Optional<Money> is) {}

    /**
     * What is called of one commitment.
     *
     * @param was empty where it was not called
     * @param is empty where it no longer is
     */
    public record Line(CommitmentId commitment, InvestorId investor, Optional<Money> was, Optional<Money> is) {}

    public CallDifference {
        components = List.copyOf(components);
        lines = List.copyOf(lines);
    }

    /** A call and its lines, as it was and as it is. */
    public static CallDifference between(
            CapitalCall was, Collection<CallLine> linesBefore, CapitalCall is, Collection<CallLine> linesNow) {
        return new CallDifference(
                Changed.of(was.content().dueDate(), is.content().dueDate()),
                Changed.of(was.content().purpose(), is.content().purpose()),
                Changed.of(was.basis(), is.basis()),
                Changed.of(was.total(), is.total()),
                parts(was.content(), is.content()),
                lines(linesBefore, linesNow));
    }

    private static List<Part> parts(CallContent was, CallContent is) {
        Map<ComponentType, Money> before = byType(was);
        Map<ComponentType, Money> after = byType(is);
        List<Part> parts = new ArrayList<>();
        for (ComponentType type : ComponentType.values()) {
            Optional<Money> old = Optional.ofNullable(before.get(type));
            Optional<Money> now = Optional.ofNullable(after.get(type));
            if (!old.equals(now)) {
                parts.add(new Part(type, old, now));
            }
        }
        return parts;
    }

    private static Map<ComponentType, Money> byType(CallContent content) {
        Map<ComponentType, Money> sums = new EnumMap<>(ComponentType.class);
        content.components().forEach(part -> sums.merge(part.type(), part.amount(), Money::plus));
        return sums;
    }

    private static List<Line> lines(Collection<CallLine> linesBefore, Collection<CallLine> linesNow) {
        Map<CommitmentId, CallLine> before = byCommitment(linesBefore);
        Map<CommitmentId, CallLine> after = byCommitment(linesNow);
        SortedSet<CommitmentId> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Line> lines = new ArrayList<>();
        for (CommitmentId commitment : all) {
            Optional<CallLine> old = Optional.ofNullable(before.get(commitment));
            Optional<CallLine> now = Optional.ofNullable(after.get(commitment));
            Line line = new Line(
                    commitment,
                    old.or(() -> now).orElseThrow().investor(),
                    old.map(CallLine::amount),
                    now.map(CallLine::amount));
            if (!line.was().equals(line.is())) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Map<CommitmentId, CallLine> byCommitment(Collection<CallLine> lines) {
        Map<CommitmentId, CallLine> found = new HashMap<>();
        lines.forEach(line -> found.put(line.commitment(), line));
        return found;
    }
}
