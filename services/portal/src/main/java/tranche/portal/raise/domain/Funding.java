package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/**
 * What tranches and calls come to, in sums. Only the money of funds that the caller reads whole counts: a sum of one fund
 * and one's own share of it would tell what the others owe.
 */
public interface Funding {

    /**
     * Calls to come of a programme, by quarter, currency and certainty.
     *
     * @param today whose quarter is the first
     */
    List<Expectation> expectations(Access access, UUID programme, LocalDate today);

    /**
     * What tranches in these states whose conditions name the milestones are of, for each in each currency; milestones that
     * none names are left out.
     */
    Map<UUID, List<Money>> of(Access access, Collection<UUID> milestones, Set<TrancheState> states);

    /**
     * Calls of a programme that are not issued and that the caller takes a step further as far as roles go, for each currency:
     * drafts for an approver, what is approved for the manager who issues it.
     */
    List<Drafts> drafts(Access access, UUID programme);

    /**
     * Calls at one stage in one currency.
     *
     * @param stage {@code DRAFT} or {@code APPROVED}
     * @param one of them
     */
    record Drafts(CallStage stage, long count, Money total, UUID one) {}

    /**
     * What is committed to each site of a programme: its tranches that were approved and, of a site that is a fund's own,
     * what is committed to the fund.
     */
    Map<UUID, List<Money>> ofSites(Access access, UUID programme);
}
