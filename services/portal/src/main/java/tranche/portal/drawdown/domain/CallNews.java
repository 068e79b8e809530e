package tranche.portal.drawdown.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/** Whether there is anything new of calls: what that is, the service that owns them tells each reader. */
public interface CallNews {

    Places places(Access access);

    /**
     * How far is known of funds that somebody may see: another place says that something has happened there.
     *
     * @param byFund from 1; without those of which nothing is known
     */
    record Places(Map<UUID, Long> byFund) {

        public Places {
            byFund = Map.copyOf(byFund);
        }

        /** The place of a fund, or of all of them together; 0 where nothing is known, or nothing may be seen. */
        public long of(Optional<UUID> fund) {
            return fund.map(one -> byFund.getOrDefault(one, 0L))
                    .orElseGet(() ->
                            byFund.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}
