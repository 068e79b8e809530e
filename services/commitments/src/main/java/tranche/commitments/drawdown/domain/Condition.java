package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tranche.commitments.milestone.domain.MilestoneId;

/**
 * A condition precedent (rule D-41): what must be so before money is called.
 *
 * <p>Promised results, breaches and the recipient's own spending are conditions too, once the product keeps these.
 */
public sealed interface Condition {

    /** Characters of a kind of document. */
    int LONGEST_KIND = 60;

    /** What is looked at by itself. */
    sealed interface Single extends Condition {}

    /** Met when the milestone is verified by its quorum. */
    record MilestoneVerified(MilestoneId milestone) implements Single {
        @Override
        public Map<String, Object> members() {
            return Map.of("type", "MILESTONE_VERIFIED", "milestoneId", milestone.toString());
        }
    }

    /** Met from the day on, in the fund's zone. */
    record DateReached(LocalDate date) implements Single {
        @Override
        public Map<String, Object> members() {
            return Map.of("type", "DATE_REACHED", "date", date.toString());
        }
    }

    /** Met when the call of another tranche is issued. */
    record TrancheReleased(TrancheId tranche) implements Single {
        @Override
        public Map<String, Object> members() {
            return Map.of("type", "TRANCHE_RELEASED", "trancheId", tranche.toString());
        }
    }

    /**
     * Met when there is a document of the kind about the fund.
     *
     * @param kind in its owner's words, for instance {@code drawdown-certificate}
     */
    record DocumentPresent(String kind) implements Single {
        @Override
        public Map<String, Object> members() {
            return Map.of("type", "DOCUMENT", "kind", kind);
        }
    }

    /**
     * Met when some of several are.
     *
     * @param required how many of them; at least one, at most all
     * @param of at least one
     */
    record AnyOf(int required, List<Single> of) implements Condition {
        public AnyOf {
            of = List.copyOf(of);
            if (required < 1 || required > of.size()) {
                throw new IllegalArgumentException("D-41: " + required + " of " + of.size() + " conditions");
            }
        }

        @Override
        public Map<String, Object> members() {
            return Map.of(
                    "type",
                    "ANY",
                    "required",
                    required,
                    "conditions",
                    of.stream().map(Single::members).toList());
        }
    }

    /** As it is hashed, stored and answered. */
    Map<String, Object> members();

    /** What is looked at by itself, in order. */
    default List<Single> singles() {
        return switch (this) {
            case Single single -> List.of(single);
            case AnyOf(int _, List<Single> of) -> of;
        };
    }
}
