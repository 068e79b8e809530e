package tranche.values.actor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who had a hand in something that needs a second pair of eyes, and whether it is approved as it stands (rules D-1, D-2
 * and D-6).
 *
 * <p>Whoever made or edited it may not approve it, nor may who verified what it rests on; it goes by person, whatever the
 * account and since whenever it is known to be theirs, and an API key acts as its owner. Any edit voids the approval.
 *
 * @param hands all who made it, edited it, or verified the milestone it rests on
 * @param content what there is to approve now
 * @param approval of exactly this content; empty until it is approved, and again after an edit
 */
public record FourEyes(Set<Maker> hands, ContentHash content, Optional<Approval> approval) {

    public FourEyes {
        hands = Set.copyOf(hands);
        approval.ifPresent(given -> {
            if (!given.content().equals(content)) {
                throw new IllegalArgumentException("D-6: the approval is of another content");
            }
        });
    }

    public static FourEyes madeBy(Maker maker, ContentHash content) {
        return new FourEyes(Set.of(maker), content, Optional.empty());
    }

    /** After an edit: the editor had a hand in it too, and an approval is void, even if the content came out the same. */
    public FourEyes editedBy(Maker editor, ContentHash edited) {
        return new FourEyes(handsWith(editor), edited, Optional.empty());
    }

    /** Resting on a milestone that somebody verified: who verified it may not approve what it releases (rule D-2). */
    public FourEyes restingOnVerificationBy(Maker verifier) {
        return new FourEyes(handsWith(verifier), content, approval.filter(given -> !samePerson(given, verifier)));
    }

    /** Whether the actor may approve: another person than all who had a hand in it, and never the product itself. */
    public boolean mayBeApprovedBy(Actor checker) {
        return isAnother(checker, hands);
    }

    /** As {@link #mayBeApprovedBy}, where what there is to approve is not at hand. */
    public static boolean isAnother(Actor checker, Set<Maker> hands) {
        return !checker.isSystem() && hands.stream().noneMatch(checker::isSamePersonAs);
    }

    /** Whether what a checker has seen is what there is to approve now. */
    public boolean isOf(ContentHash seen) {
        return content.equals(seen);
    }

    /**
     * After the approval.
     *
     * @throws IllegalStateException if the checker may not approve; ask {@link #mayBeApprovedBy} before
     */
    public FourEyes approvedBy(Actor checker) {
        if (!mayBeApprovedBy(checker)) {
            throw new IllegalStateException("D-1: account " + checker.account() + " had a hand in it");
        }
        return new FourEyes(hands, content, Optional.of(new Approval(checker.asMaker(), content)));
    }

    /** Whether an approval that was once given still is the one that stands. */
    public boolean standsOn(Approval given) {
        return approval.filter(given::equals).isPresent();
    }

    private Set<Maker> handsWith(Maker another) {
        Set<Maker> all = new HashSet<>(hands);
        all.add(another);
        return all;
    }

    private static boolean samePerson(Approval given, Maker other) {
        return given.checker().person().equals(other.person())
                || given.checker().account().equals(other.account());
    }
}
