package tranche.portal.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.raise.domain.Certainty;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What an investor is to expect of a tranche, as it was told last.
 *
 * @param expected empty where its call is not to be expected any more
 * @param before as was told before; empty where it was not to be expected
 * @param certainty of its call; nothing is certain of what is not to be expected any more
 * @param called whether its call is issued: it is demanded, and no forecast any more
 * @param waitsFor the milestone that it waits for last; empty where it waits for none
 * @param causes the milestone that is waited for longest, then those that give it its start
 */
public record Forecast(
        UUID fund,
        UUID tranche,
        Optional<Share> expected,
        Optional<Share> before,
        Certainty certainty,
        boolean called,
        Optional<UUID> waitsFor,
        Change change,
        List<Cause> causes,
        Instant told) {

    public Forecast {
        causes = List.copyOf(causes);
    }

    /** The currency of its tranche. */
    public Currency currency() {
        return expected.or(() -> before).orElseThrow().amount().currency();
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
