package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.proposal.Content;

/**
 * The conditions of a tranche as two persons agreed them (rule D-42). An amendment makes another version; this one stays as
 * it is.
 *
 * @param number from 1, without gaps
 * @param conditions all of which must be met, in the order given; at least one
 * @param effectiveFrom day from which they are the tranche's
 */
public record ConditionVersion(int number, List<Condition> conditions, LocalDate effectiveFrom) {

    /** Conditions of one tranche, those within others counted: what two persons can read through. */
    public static final int MOST_CONDITIONS = 50;

    public ConditionVersion {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty() || singles(conditions).count() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("D-42: no condition or more than " + MOST_CONDITIONS);
        }
    }

    ConditionVersion next(List<Condition> amended, LocalDate from) {
        return new ConditionVersion(number + 1, amended, from);
    }

    /** All that is looked at by itself, in order. */
    public List<Single> singles() {
        return singles(conditions).toList();
    }

    private static Stream<Single> singles(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> condition.singles().stream());
    }

    /** The milestones that are named, in order, none twice. */
    public List<MilestoneId> milestones() {
        return singles(conditions)
                .filter(MilestoneVerified.class::isInstance)
                .map(single -> ((MilestoneVerified) single).milestone())
                .distinct()
                .toList();
    }

    /** The text of the version, and the hash by which it is known. */
    public Content content() {
        return Content.shown(Map.of(
                "number",
                number,
                "effectiveFrom",
                effectiveFrom.toString(),
                "conditions",
                conditions.stream().map(Condition::members).toList()));
    }
}
