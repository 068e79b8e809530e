package tranche.web.command;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * How many commands wait for their commit at a time, all together and for each account. A command beyond is refused
 * before the writer sees it, so that nothing that was taken is dropped, and no one caller fills the lanes alone.
 */
@Singleton
final class InFlight {

    /** A commit takes milliseconds: who comes again after a second finds the share free. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final int most;
    private final int mostOfAccount;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<UUID, Integer> ofAccount = new ConcurrentHashMap<>();

    /**
     * @param most four of the writer's largest batches
     * @param mostOfAccount one of them
     */
    InFlight(
            @Value("${tranche.web.commands-in-flight:4000}") int most,
            @Value("${tranche.web.commands-in-flight-per-account:1000}") int mostOfAccount) {
        this.most = most;
        this.mostOfAccount = mostOfAccount;
    }

    /** @throws Problem {@code unavailable} or {@code too-many-requests} where there is no room */
    void enter(UUID account) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            throw Problem.later(RequestRefusal.UNAVAILABLE, RETRY);
        }
        int own = ofAccount.merge(account, 1, Integer::sum);
        if (own > mostOfAccount) {
            leave(account);
            throw Problem.later(RequestRefusal.TOO_MANY_REQUESTS, RETRY);
        }
    }

    void leave(UUID account) {
        ofAccount.computeIfPresent(account, (_, own) -> own == 1 ? null : own - 1);
        all.decrementAndGet();
    }
}
