package tranche.portal.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * What an investor is to expect of a tranche, as it was told last.
 *
 * @param expected empty where its call is not to be expected any more
 * @param before as was told before; empty where it was not to be expected
 * @param causes the milestone that is waited for longest, then those that give it its start
 */
public record Forecast(
        UUID fund,
        UUID tranche,
        Optional<Share> expected,
        Optional<Share> before,
        Change change,
        List<Cause> causes,
        Instant told) {

    public Forecast {
        causes = List.copyOf(causes);
    }

    /** What became of it. */
    public enum Change {
        MOVED,
        ADDED,
        REMOVED,
        RESIZED,
        NONE
    }

    /** An amount that is to be paid on a day. */
    public record Share(LocalDate due, Money amount) {}

    /**
     * A milestone that is waited for.
     *
     * @param slipDays later than its baseline; below zero, earlier
     * @param reason as the site says
     */
    public record Cause(UUID milestone, int slipDays, Optional<String> reason) {}
}
