package tranche.portal.timeline.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * A milestone with what shows that it is reached.
 *
 * @param whole whether the reader sees the project whole: evidence, and what of it is missing, is for nobody else
 * @param evidence of its claim, in the order submitted; none once the claim is void
 * @param trail its latest claim, what verifiers found and what was decided, in order of time
 */
public record Milestone(MilestonePicture picture, boolean whole, List<Evidence> evidence, List<TimelineStep> trail) {

    public Milestone {
        evidence = List.copyOf(evidence);
        trail = List.copyOf(trail);
    }

    /**
     * Kinds of evidence that it asks for and that the claim, if there is one, does not have yet; none once decided. To a
     * reader who is shown no evidence, all that it asks for.
     */
    public List<EvidenceKind> needed() {
        if (!picture.state().isOpen()) {
            return List.of();
        }
        List<EvidenceKind> needed = new ArrayList<>(picture.check().required());
        if (picture.state().isClaimed()) {
            evidence.forEach(piece -> needed.remove(piece.kind()));
        }
        return needed;
    }
}
