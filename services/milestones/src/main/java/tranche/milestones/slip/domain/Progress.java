package tranche.milestones.slip.domain;

import java.time.LocalDate;

/** How far a step of a plan has come. */
public sealed interface Progress {

    /** Not begun: it cannot begin before the day of the forecast. */
    record Ahead() implements Progress {}

    /**
     * Begun.
     *
     * @param remainingDays working days of its own calendar that are still to be worked, from the day of the forecast; zero
     *     or more
     */
    record UnderWay(int remainingDays) implements Progress {
        public UnderWay {
            if (remainingDays < 0) {
                throw new IllegalArgumentException("less than nothing remains: " + remainingDays);
            }
        }
    }

    /** Achieved, verified by its quorum: its date is a fact and no longer a forecast. */
    record Achieved(LocalDate on) implements Progress {}
}
