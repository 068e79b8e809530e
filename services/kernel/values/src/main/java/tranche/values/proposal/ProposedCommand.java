package tranche.values.proposal;

import java.util.Locale;

/**
 * A kind of command that one person proposes and another confirms. Which there are, each service says beside what they
 * bring about.
 *
 * @param name as it is kept, in capitals, for instance {@code CHANGE_TERMS}
 * @param subjectType what the command is about, as the wire names it, for instance {@code fund}
 */
public record ProposedCommand(String name, String subjectType) {

    /** The name on the wire, for instance {@code change-terms}. */
    public String code() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
