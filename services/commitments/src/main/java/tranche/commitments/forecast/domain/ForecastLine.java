package tranche.commitments.forecast.domain;

import java.util.List;
import tranche.commitments.drawdown.domain.TrancheId;

/**
 * What became of a tranche, and why.
 *
 * @param causes the milestone that is waited for longest, then those that give it its start; of a share that changed because
 *     other tranches moved, those of these; none where no milestone is the cause, or nothing changed
 */
public record ForecastLine(ForecastChange change, List<ForecastCause> causes) {

    public ForecastLine {
        causes = List.copyOf(causes);
    }

    public TrancheId tranche() {
        return change.tranche();
    }

    boolean isChanged() {
        return change.kind() != ForecastChange.Kind.NONE;
    }
}
