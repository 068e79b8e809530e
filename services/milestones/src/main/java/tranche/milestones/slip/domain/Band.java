package tranche.milestones.slip.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far a forecast exceeds its baselines (rule D-36), from nothing to speak of to the worst. */
public enum Band {
    NONE,
    SIGNIFICANT,
    CRITICAL;

    /**
     * From which excess over a baseline on a forecast is in a band. A fund's terms may set others; these are the defaults,
     * after 10 U.S.C. section 4371.
     *
     * @param significant in hundredths of the baseline
     * @param critical in hundredths of the baseline
     */
    public record Thresholds(int significant, int critical) {

        /** Over the baseline that was approved last. */
        public static final Thresholds CURRENT = new Thresholds(15, 25);

        /** Over the first one, which is never replaced. */
        public static final Thresholds ORIGINAL = new Thresholds(30, 50);
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * By cost, in one unit and in constant prices.
     *
     * @param current above zero
     * @param original above zero
     * @return the worse of the bands over both baselines
     */
    public static Band ofCost(BigDecimal forecast, BigDecimal current, BigDecimal original) {
        return worse(
                ofExcess(forecast.subtract(current), current, Thresholds.CURRENT),
                ofExcess(forecast.subtract(original), original, Thresholds.ORIGINAL));
    }

    /**
     * By time: how late the finish is, in proportion to the time from the start to the finish of the baseline.
     *
     * @return the worse of the bands over both baselines; over one that leaves no time at all there is none
     */
    public static Band ofSchedule(LocalDate start, LocalDate forecast, LocalDate current, LocalDate original) {
        return worse(
                ofExcess(days(current, forecast), days(start, current), Thresholds.CURRENT),
                ofExcess(days(original, forecast), days(start, original), Thresholds.ORIGINAL));
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    /** Compared by multiplying, so that no quotient is rounded onto a threshold. */
    private static Band ofExcess(BigDecimal excess, BigDecimal baseline, Thresholds from) {
        if (baseline.signum() <= 0) {
            return NONE;
        }
        BigDecimal hundredfold = excess.multiply(HUNDRED);
        if (hundredfold.compareTo(baseline.multiply(BigDecimal.valueOf(from.critical()))) >= 0) {
            return CRITICAL;
        }
        return hundredfold.compareTo(baseline.multiply(BigDecimal.valueOf(from.significant()))) >= 0
                ? SIGNIFICANT
                : NONE;
    }

    private static Band worse(Band one, Band other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
