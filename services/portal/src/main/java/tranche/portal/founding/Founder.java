package tranche.portal.founding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Unavailable;
import tranche.portal.account.AccountCommands;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountRefusal;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Username;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.domain.GrantCommand;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/** Makes accounts and endows them in the product's own name; doing it again changes nothing. */
@Singleton
final class Founder {

    /** A commit takes milliseconds; a database that is slower than this is not ready for a start. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AccountCommands accounts;
    private final GrantCommands grants;
    private final Ids ids;
    private final Clock clock;
    private final Tasks tasks;

    Founder(AccountCommands accounts, GrantCommands grants, Ids ids, Clock clock, Tasks tasks) {
        this.accounts = accounts;
        this.grants = grants;
        this.ids = ids;
        this.clock = clock;
        this.tasks = tasks;
    }

    /** An account to be there. */
    record Wanted(UUID account, UUID person, Username username, Personal name) {}

    /** A role to be held. */
    record Endowment(UUID account, UUID grant, Grant role) {}

    /** Makes the accounts that are not there yet. */
    void found(List<Wanted> wanted) {
        // INVALID_STATE: the account is there.
        insist(
                wanted.stream()
                        .<Supplier<CompletableFuture<Outcome>>>map(one -> () -> accounts.submit(submission(
                                one.account(),
                                new AccountCommand.Create(
                                        one.account(),
                                        one.person(),
                                        one.username(),
                                        one.name(),
                                        Optional.empty(),
                                        Actor.SYSTEM))))
                        .toList(),
                Set.of(AccountRefusal.INVALID_STATE));
    }

    /** Gives the roles that are not held yet. */
    void endow(List<Endowment> endowments) {
        insist(
                endowments.stream()
                        .<Supplier<CompletableFuture<Outcome>>>map(one -> () -> grants.submit(submission(
                                one.account(), new GrantCommand.Endow(one.grant(), one.role(), Actor.SYSTEM))))
                        .toList(),
                Set.of());
    }

    private <S, C, E> Submission<S, C, E> submission(UUID key, C command) {
        return new Submission<>(
                key,
                Set.of(),
                command,
                Actor.SYSTEM,
                Optional.empty(),
                new Trace(Optional.empty(), ids.next(), Optional.empty()),
                (_, _) -> new Answer(204, Map.of(), new byte[0]));
    }

    /** Sends all at once, and again whatever found the database away: a start waits for it like everything else. */
    private void insist(List<Supplier<CompletableFuture<Outcome>>> commands, Set<Object> mayBeRefused) {
        long deadline = clock.monotonicNanos() + LIMIT.toNanos();
        List<CompletableFuture<Outcome>> first =
                commands.stream().map(Supplier::get).toList();
        try {
            for (int i = 0; i < commands.size(); i++) {
                Outcome outcome = settled(first.get(i), commands.get(i), deadline);
                if (outcome instanceof Outcome.Refused refused && !mayBeRefused.contains(refused.refusal())) {
                    throw new IllegalStateException("the first accounts are refused: " + refused.refusal());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the first accounts were made", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the first accounts could not be made", failed);
        }
    }

    private Outcome settled(CompletableFuture<Outcome> first, Supplier<CompletableFuture<Outcome>> again, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Outcome> sent = first;
        while (true) {
            try {
                return sent.get(deadline - clock.monotonicNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof Unavailable) || clock.monotonicNanos() > deadline) {
                    throw failed;
                }
                tasks.sleep(PAUSE);
                sent = again.get();
            }
        }
    }
}
