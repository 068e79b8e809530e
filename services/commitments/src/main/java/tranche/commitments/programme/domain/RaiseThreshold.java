package tranche.commitments.programme.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;
import tranche.values.register.NameId;

/** The shares of a programme's target that are told of when what is committed reaches them (rule N-1), in rising order. */
public enum RaiseThreshold {
    QUARTER(25),
    HALF(50),
    THREE_QUARTERS(75),
    WHOLE(100);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final int percent;

    RaiseThreshold(int percent) {
        this.percent = percent;
    }

    /** Of the target. */
    public int percent() {
        return percent;
    }

    /** The threshold of so many percent. */
    public static RaiseThreshold of(int percent) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.percent == percent)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no threshold of " + percent + " %"));
    }

    /**
     * Those that are passed and come after the highest that was told, in rising order. Nothing is divided: a threshold is passed
     * from the first cent on that reaches it.
     *
     * @param told empty where none was told
     */
    public static List<RaiseThreshold> passed(Money committed, Money target, Optional<RaiseThreshold> told) {
        return Arrays.stream(values())
                .filter(threshold -> told.isEmpty() || threshold.compareTo(told.get()) > 0)
                .filter(threshold -> threshold.isPassed(committed, target))
                .toList();
    }

    private boolean isPassed(Money committed, Money target) {
        return committed.value().multiply(HUNDRED).compareTo(target.value().multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    /** The id of the event that tells of it: made of programme and share, so that none is told twice. */
    public UUID eventId(ProgrammeId programme) {
        return NameId.of("raise-threshold:" + programme + ":" + percent);
    }
}
