package tranche.portal.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/**
 * A call as the service tells it to one reader.
 *
 * @param milestones that were verified, and so unlocked the tranche; none where it was drafted by hand
 * @param allowed the commands that its state admits
 * @param lineCount how many lines it has; empty for an investor, who sees its own alone
 * @param lines those that the reader may see, the largest first
 * @param reason why it was sent back, reopened, called off or taken back
 * @param checks the guards of what comes next, as they stand for this reader; none where it is not shown the whole call
 * @param account to which it is paid; empty where none is in effect, so that instructions follow
 * @param contentHash what an approval binds
 */
public record CapitalCall(
        UUID id,
        UUID programme,
        UUID fund,
        String reference,
        Optional<UUID> tranche,
        List<UUID> milestones,
        CallState state,
        List<String> allowed,
        Money total,
        Money paid,
        LocalDate due,
        List<Component> components,
        String purpose,
        Optional<Long> lineCount,
        List<CallLine> lines,
        Optional<String> reason,
        List<CallCheck> checks,
        Optional<PayingAccount> account,
        String contentHash,
        Instant recordedAt,
        long version) {

    private static final Comparator<CallLine> LARGEST_FIRST =
            Comparator.comparing(CallLine::amount).reversed().thenComparing(CallLine::id);

    private static final List<CallState> MOST_PRESSING_FIRST = List.of(
            CallState.OVERDUE,
            CallState.ISSUED,
            CallState.PART_PAID,
            CallState.PAID,
            CallState.DRAFT,
            CallState.APPROVED,
            CallState.CANCELLED,
            CallState.REVERSED);

    /** A part of what is called: investment, fee or expense. */
    public record Component(String type, Money amount) {}

    public CapitalCall {
        milestones = List.copyOf(milestones);
        allowed = List.copyOf(allowed);
        components = List.copyOf(components);
        checks = List.copyOf(checks);
        lines = lines.stream().sorted(LARGEST_FIRST).toList();
    }

    public Scope scope() {
        return Scope.ofFund(programme, fund);
    }

    /** Whether the reader sees all of its lines. */
    public boolean isWhole() {
        return lineCount.isPresent();
    }

    /** Whether what comes next would be refused. */
    public boolean isStopped() {
        return checks.stream().anyMatch(check -> check.outcome() == CallCheck.Outcome.STOP);
    }

    /** A guard of what comes next; empty where it is not looked at. */
    public Optional<CallCheck> check(CallCheck.Code code) {
        return checks.stream().filter(check -> check.code() == code).findFirst();
    }

    /** What the lines that the reader sees come to. */
    public Money ofLines() {
        return lines.stream().map(CallLine::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    /** What is still to come of the lines that the reader sees. */
    public Money open() {
        return lines.stream().map(CallLine::open).reduce(Money.zero(total.currency()), Money::plus);
    }

    /** What has come in, of the lines that the reader sees. */
    public Money paidOfLines() {
        return lines.stream().map(CallLine::paid).reduce(Money.zero(total.currency()), Money::plus);
    }

    /**
     * How it stands for the reader: the whole call or, for whoever sees its own lines alone, that one of them which asks for
     * most.
     */
    public CallState standing() {
        return isWhole()
                ? state
                : lines.stream()
                        .map(CallLine::state)
                        .min(Comparator.comparing(MOST_PRESSING_FIRST::indexOf))
                        .orElse(state);
    }

    /**
     * What the lines that the reader sees bear of each component, in the order of the call; none where they do not say.
     */
    public List<Component> componentsOfLines() {
        Map<String, Money> sums = new LinkedHashMap<>();
        components.stream()
                .map(Component::type)
                .distinct()
                .forEach(type -> lines.stream()
                        .flatMap(line -> line.parts().stream())
                        .filter(part -> part.type().equals(type))
                        .forEach(part -> sums.merge(type, part.amount(), Money::plus)));
        return sums.entrySet().stream()
                .map(sum -> new Component(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** What is called of everybody of a component. */
    public Money ofComponent(String type) {
        return components.stream()
                .filter(part -> part.type().equals(type))
                .map(Component::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** Whether all lines are there and come to what is called. */
    public boolean addsUp() {
        return lineCount.filter(count -> count == lines.size()).isPresent()
                && ofLines().equals(total);
    }
}
