package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.web.body.Body;

/** The conditions of a request; all of them must be met. */
final class ConditionBody {

    /** What conditions are called on the wire, those included of which nothing is kept that would tell them met. */
    private enum Type {
        MILESTONE_VERIFIED,
        DATE_REACHED,
        TRANCHE_RELEASED,
        DOCUMENT,
        ANY,
        OUTCOME_AT_LEAST,
        NO_OPEN_BREACH,
        EQUITY_SPENT
    }

    private static final String CONDITIONS = "conditions";

    private ConditionBody() {}

    static List<Condition> of(Body body) {
        List<Body> parts = body.objects(CONDITIONS, 1, ConditionVersion.MOST_CONDITIONS);
        List<Condition> conditions =
                parts.stream().flatMap(part -> one(part).stream()).toList();
        if (conditions.stream().mapToInt(one -> one.singles().size()).sum() > ConditionVersion.MOST_CONDITIONS) {
            body.find(CONDITIONS, "too-many-items", Map.of("max", ConditionVersion.MOST_CONDITIONS));
        }
        return conditions;
    }

    private static Optional<Condition> one(Body part) {
        Type type = part.oneOf("type", Type.class);
        return type == Type.ANY ? ofSeveral(part) : single(part, type).map(single -> (Condition) single);
    }

    private static Optional<Condition> ofSeveral(Body part) {
        List<Body> parts = part.objects(CONDITIONS, 1, ConditionVersion.MOST_CONDITIONS);
        int required = part.whole("required", 1, Math.max(1, parts.size()));
        List<Single> of = parts.stream()
                .flatMap(within -> single(within, within.oneOf("type", Type.class)).stream())
                .toList();
        return required <= of.size() ? Optional.of(new AnyOf(required, of)) : Optional.empty();
    }

    private static Optional<Single> single(Body part, Type type) {
        return switch (type) {
            case MILESTONE_VERIFIED -> Optional.of(new MilestoneVerified(new MilestoneId(part.uuid("milestoneId"))));
            case DATE_REACHED -> Optional.of(new DateReached(part.date("date")));
            case TRANCHE_RELEASED -> Optional.of(new TrancheReleased(new TrancheId(part.uuid("trancheId"))));
            case DOCUMENT -> Optional.of(new DocumentPresent(part.text("kind", Condition.LONGEST_KIND)));
            case ANY, OUTCOME_AT_LEAST, NO_OPEN_BREACH, EQUITY_SPENT -> {
                part.find("type", "condition-not-kept");
                yield Optional.empty();
            }
        };
    }
}
