package tranche.portal.timeline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;

/**
 * A milestone with what shows that it is reached.
 *
 * @param whole whether the reader sees the project whole: evidence, and what of it is missing, is for nobody else
 * @param evidence of its claim, in the order submitted; none once the claim is void
 * @param trail its latest claim, what was submitted for it, what verifiers found and what was decided, in order of time
 */
public record Milestone(MilestonePicture picture, boolean whole, List<Evidence> evidence, List<TimelineStep> trail) {

    public Milestone {
        evidence = List.copyOf(evidence);
        trail = List.copyOf(trail);
    }

    /** What it belongs to. */
    public Scope scope() {
        return new Scope(
                Optional.of(picture.programme()), Optional.empty(), Optional.empty(), Optional.of(picture.project()));
    }

    /** The claim, what was found and what was decided: three records, each with its own time (rule D-45). */
    public List<TimelineStep> records() {
        return trail.stream()
                .filter(step -> step.kind() != ChangeKind.EVIDENCE_SUBMITTED)
                .toList();
    }

    /** Whether a person did this for its latest claim, under whatever account, as far as the reader is told. */
    public boolean isBy(ChangeKind kind, Actor person) {
        return trail.stream()
                .anyMatch(step -> step.kind() == kind
                        && step.actor().filter(person.accounts()::contains).isPresent());
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
