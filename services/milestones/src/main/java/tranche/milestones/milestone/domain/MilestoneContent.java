package tranche.milestones.milestone.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a milestone is, for good.
 *
 * @param name 1 to 200 characters
 * @param requiredEvidence what must be there before it is verified, in the order of {@link EvidenceKind}
 * @param quorum how many persons must verify it, 1 to {@link #MOST_QUORUM}
 * @param sourceNote where it comes from
 */
public record MilestoneContent(
        String name, MilestoneKind kind, List<EvidenceKind> requiredEvidence, int quorum, Optional<String> sourceNote) {

    /** So many independent verifiers no site has. */
    public static final int MOST_QUORUM = 10;

    public MilestoneContent {
        requiredEvidence = inOrder(requiredEvidence);
        if (quorum < 1 || quorum > MOST_QUORUM) {
            throw new IllegalArgumentException("a quorum of " + quorum);
        }
    }

    private static List<EvidenceKind> inOrder(List<EvidenceKind> kinds) {
        Set<EvidenceKind> once = EnumSet.noneOf(EvidenceKind.class);
        once.addAll(kinds);
        return List.copyOf(once);
    }
}
