package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.Single;

/**
 * What a version of conditions comes to on the facts known by a day: the same facts always give the same (rule D-5), and the
 * record of it explains a release years later (rule D-42).
 *
 * @param version number of the conditions
 * @param day on which they were looked at, in the fund's zone
 * @param findings one for each condition that is looked at by itself, in the order of {@link ConditionVersion#singles}
 * @param isMet whether nothing stands in the way any more
 */
public record Evaluation(int version, LocalDate day, List<Finding> findings, boolean isMet) {

    public Evaluation {
        findings = List.copyOf(findings);
    }

    /** @param today in the fund's zone */
    public static Evaluation of(TrancheId tranche, ConditionVersion conditions, Facts facts, LocalDate today) {
        List<Finding> findings = conditions.singles().stream()
                .map(single -> Finding.of(tranche, single, facts, today))
                .toList();
        return new Evaluation(
                conditions.number(),
                today,
                findings,
                statuses(conditions, findings).stream().noneMatch(status -> status == ConditionStatus.OPEN));
    }

    /**
     * Which conditions are open that were not when the same version was looked at before, in their order: of several of which some
     * are enough, those too that fell back while the others were.
     */
    List<Single> openSince(Evaluation before) {
        if (before.version != version) {
            return List.of();
        }
        return IntStream.range(0, findings.size())
                .filter(at ->
                        findings.get(at).isOpen() && !before.findings.get(at).isOpen())
                .mapToObj(at -> findings.get(at).condition())
                .toList();
    }

    /** Where each of the version's conditions stands, in their order; one of several as many of them as it takes. */
    public List<ConditionStatus> statuses(ConditionVersion conditions) {
        return statuses(conditions, findings);
    }

    private static List<ConditionStatus> statuses(ConditionVersion conditions, List<Finding> findings) {
        Iterator<Finding> next = findings.iterator();
        List<ConditionStatus> statuses = new ArrayList<>();
        for (Condition condition : conditions.conditions()) {
            statuses.add(
                    switch (condition) {
                        case Single _ -> next.next().status();
                        case AnyOf(int required, List<Single> of) ->
                            ofSeveral(
                                    required,
                                    of.stream().map(_ -> next.next().status()).toList());
                    });
        }
        return statuses;
    }

    private static ConditionStatus ofSeveral(int required, List<ConditionStatus> statuses) {
        long met = statuses.stream()
                .filter(status -> status == ConditionStatus.MET)
                .count();
        long waived = statuses.stream()
                .filter(status -> status == ConditionStatus.WAIVED)
                .count();
        if (met >= required) {
            return ConditionStatus.MET;
        }
        return met + waived >= required ? ConditionStatus.WAIVED : ConditionStatus.OPEN;
    }
}
