package tranche.commitments.drawdown.events;

import java.util.List;
import tranche.commitments.ConditionFinding;
import tranche.commitments.ConditionGroup;
import tranche.commitments.TrancheCondition;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Evaluation;

/** Conditions, and how they were found, as they travel. */
final class ConditionAvro {

    private ConditionAvro() {}

    static List<ConditionGroup> groups(ConditionVersion version) {
        return version.conditions().stream().map(ConditionAvro::group).toList();
    }

    private static ConditionGroup group(Condition condition) {
        return switch (condition) {
            case Single single -> new ConditionGroup(1, List.of(single(single)));
            case AnyOf(int required, List<Single> of) ->
                new ConditionGroup(
                        required, of.stream().map(ConditionAvro::single).toList());
        };
    }

    static List<TrancheCondition> singles(List<Single> conditions) {
        return conditions.stream().map(ConditionAvro::single).toList();
    }

    private static TrancheCondition single(Single condition) {
        TrancheCondition.Builder record = TrancheCondition.newBuilder();
        return switch (condition) {
            case MilestoneVerified(var milestone) ->
                record.setType("MILESTONE_VERIFIED")
                        .setMilestoneId(milestone.value())
                        .build();
            case DateReached(var date) ->
                record.setType("DATE_REACHED").setDate(date).build();
            case TrancheReleased(var tranche) ->
                record.setType("TRANCHE_RELEASED").setTrancheId(tranche.value()).build();
            case DocumentPresent(String kind) ->
                record.setType("DOCUMENT").setDocumentKind(kind).build();
        };
    }

    /** What was looked at, in the order of the findings. */
    static List<TrancheCondition> conditions(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(finding -> single(finding.condition()))
                .toList();
    }

    static List<ConditionFinding> findings(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(finding -> new ConditionFinding(finding.status().name(), finding.events(), finding.documents()))
                .toList();
    }
}
