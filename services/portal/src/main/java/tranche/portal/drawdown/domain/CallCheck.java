package tranche.portal.drawdown.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.values.money.Money;

/**
 * A guard of what comes next for a call, as the service that would refuse the step found it for the reader.
 *
 * @param counts by the names of the contract, for instance {@code milestones}; those that the guard is measured by
 * @param amount what the call's tranche releases, where it is that which is looked at
 * @param earliest the first day on which the call may fall due, where it is that
 * @param because why the reader is not another person, by the contract's codes
 */
public record CallCheck(
        Code code,
        Outcome outcome,
        Map<String, Long> counts,
        Optional<Money> amount,
        Optional<LocalDate> earliest,
        Set<String> because) {

    /** What is looked at. */
    public enum Code {
        CONDITIONS,
        TRANCHE_AMOUNT,
        UNCALLED,
        NOTICE,
        FOUR_EYES;

        /** The name in texts, for instance {@code four-eyes}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it stands: a stop refuses what comes next, a warning would refuse a later step. */
    public enum Outcome {
        PASS,
        WARNING,
        STOP
    }

    public CallCheck {
        counts = Map.copyOf(counts);
        because = Set.copyOf(because);
    }
}
