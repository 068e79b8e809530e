package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import tranche.values.money.Money;

/**
 * A guard of a call's next step, as whoever is to take it sees it before (domain §2.2): it is kept, it will stop a later step,
 * or it stops this one.
 */
public sealed interface CallCheck {

    Verdict verdict();

    /** How a guard stands. */
    enum Outcome {
        PASS,
        /** Nothing is refused for it now: it would stop a later step. */
        WARNING,
        /** The next step is refused for it. */
        STOP
    }

    /** @param refusal code of what the step is, or would be, refused for; empty where nothing is */
    record Verdict(Outcome outcome, Optional<String> refusal) {

        static final Verdict PASS = new Verdict(Outcome.PASS, Optional.empty());
    }

    /**
     * Of the conditions of its tranche.
     *
     * @param milestones that they name
     * @param verified as many of them as are verified
     * @param waived as many as are not, and need not be
     * @param evidence pieces upon which they were verified
     */
    record Conditions(Verdict verdict, int milestones, int verified, int waived, int evidence) implements CallCheck {}

    /** The investment that it asks for against what its tranche releases, which is called whole (rule D-43). */
    record TrancheAmount(Verdict verdict, Money tranche) implements CallCheck {}

    /** @param beyond as many of its lines as ask for more than can still be called */
    record Uncalled(Verdict verdict, int lines, int beyond) implements CallCheck {}

    /** @param earliest day on which it may fall due if it is issued today */
    record Notice(Verdict verdict, int businessDays, LocalDate earliest) implements CallCheck {}

    /** Of whoever reads it, where the next step is theirs to take by their role. */
    record Eyes(Verdict verdict, CallStep step, Set<Hand> because) implements CallCheck {

        public Eyes {
            because = Set.copyOf(because);
        }
    }

    /** Why somebody is not another person than those who had a hand in it (rules D-1 and D-2). */
    enum Hand {
        MAKER,
        VERIFIER,
        APPROVER
    }
}
