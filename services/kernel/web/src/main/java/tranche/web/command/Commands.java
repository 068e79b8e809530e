package tranche.web.command;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.values.decision.Refusal;
import tranche.web.access.Caller;
import tranche.web.position.PositionHeader;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Hands a controller's command to its feature's writer, waits for the commit and answers as the contract says. */
@Singleton
public final class Commands {

    /** Many times what a commit takes: after it, whether the command was done is told by a retry with the same key. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final InFlight inFlight;

    Commands(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /**
     * Runs a command.
     *
     * @param key what orders it
     * @param reads other keys whose state the decision needs
     * @return the answer that the renderer made or, for a repeated request, the one that was stored
     * @throws Problem where the rules or the contract refuse it
     * @throws tranche.flow.writer.Overloaded where the writer did not take it
     */
    public <S, C, E> HttpResponse<byte[]> run(
            Write write,
            Caller caller,
            Submitter<S, C, E> writer,
            UUID key,
            Set<UUID> reads,
            C command,
            Renderer<S, E> renderer) {
        write.requireChecked();
        UUID account = caller.actor().account();
        Submission<S, C, E> submission = new Submission<>(
                key, reads, command, caller.actor(), write.idempotency(account), write.trace(), renderer);
        inFlight.enter(account);
        try {
            return answer(wait(writer.submit(submission)));
        } finally {
            inFlight.leave(account);
        }
    }

    /**
     * The answer to what was done otherwise than by one command.
     *
     * @throws Problem where it was refused
     */
    public static HttpResponse<byte[]> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> answer(done);
            case Outcome.Refused(Refusal refusal, Map<String, Object> facts) -> throw problem(refusal, facts);
            case Outcome.KeyReused() -> throw Problem.of(RequestRefusal.IDEMPOTENCY_KEY_REUSED);
            case Outcome.InProgress() -> throw Problem.of(RequestRefusal.REQUEST_IN_PROGRESS);
        };
    }

    /**
     * What a body names and the state does not hold is told where the body names it, as any wrong value is: at the
     * {@code field} of the facts, or at all of its {@code fields}. What time alone lifts says in its {@code retryAfterSeconds} when
     * to come again.
     */
    public static Problem problem(Refusal refusal, Map<String, Object> facts) {
        List<?> fields = facts.get("fields") instanceof List<?> several
                ? several
                : Stream.ofNullable(facts.get("field")).toList();
        if (refusal.code().equals("unknown-reference") && !fields.isEmpty()) {
            return Problem.validation(fields.stream()
                    .map(field -> Finding.at("/" + field, "unknown-reference"))
                    .toList());
        }
        return facts.get("retryAfterSeconds") instanceof Long seconds
                ? Problem.later(refusal, facts, Duration.ofSeconds(seconds))
                : Problem.of(refusal, facts);
    }

    private static HttpResponse<byte[]> answer(Outcome.Done done) {
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(
                        HttpStatus.valueOf(done.answer().status()))
                .body(done.answer().body());
        done.answer().headers().forEach(response::header);
        if (!done.position().marks().isEmpty()) {
            response.header(PositionHeader.NAME, done.position().text());
        }
        if (done.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response;
    }

    private static Outcome wait(CompletableFuture<Outcome> future) {
        try {
            return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw Problem.later(RequestRefusal.UNAVAILABLE, RETRY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.later(RequestRefusal.UNAVAILABLE, RETRY);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
