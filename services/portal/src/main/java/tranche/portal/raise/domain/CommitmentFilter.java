package tranche.portal.raise.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Which commitments a list holds: those for which every given part holds.
 *
 * @param text part of the investor's or the fund's name, in any case
 */
public record CommitmentFilter(
        Optional<UUID> programme,
        Optional<UUID> fund,
        Optional<InvestorKind> kind,
        Optional<CommitmentState> state,
        Optional<String> text) {

    /** All that the caller may see. */
    public static final CommitmentFilter ALL = new CommitmentFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All of a programme that the caller may see. */
    public static CommitmentFilter ofProgramme(UUID programme) {
        return new CommitmentFilter(
                Optional.of(programme), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isEmpty() {
        return equals(ALL);
    }
}
