package tranche.notifications.webhook.domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.register.Version;

/**
 * Where an account has its alerts sent.
 *
 * @param types names of alert types on the wire, or {@value #EVERY_TYPE} alone
 * @param secretNumber of the secret that signs, from 1
 * @param secretSince when that secret was made
 * @param tests begun so far
 * @param failingSince when the first of the attempts failed that have failed without a success since
 * @param warned whether it was told that it has failed for long, since it last answered
 */
public record Endpoint(
        UUID id,
        UUID owner,
        URI url,
        List<String> types,
        EndpointState state,
        int secretNumber,
        Instant secretSince,
        long tests,
        Optional<Instant> failingSince,
        boolean warned,
        Instant createdAt,
        Version version) {

    /** All types, those of later versions too. */
    public static final String EVERY_TYPE = "*";

    /** After a rotation both secrets sign for so long, in which the receiver changes over. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** After so long without a success its owner is told (§2.8). */
    public static final Duration WARNING = Duration.ofHours(1);

    /** After so long without a success nothing more is sent. */
    public static final Duration PATIENCE = Duration.ofHours(72);

    public Endpoint {
        types = List.copyOf(types);
    }

    /** What its owner can do with it. */
    public enum Step {
        ROTATE("secret-rotation"),
        TEST("test"),
        DELETE("deletion");

        private final String command;

        Step(String command) {
            this.command = command;
        }

        /** The name on the wire. */
        public String command() {
            return command;
        }
    }

    /** What can be done with it. */
    public List<Step> allowed() {
        return state == EndpointState.DELETED ? List.of() : List.of(Step.values());
    }

    /** Numbers of the secrets that sign at a moment, the newest first. */
    public List<Integer> signing(Instant at) {
        boolean isBothTime = previousSecretUntil().filter(at::isBefore).isPresent();
        return isBothTime ? List.of(secretNumber, secretNumber - 1) : List.of(secretNumber);
    }

    /** Until when the secret before this one signs, too; empty where there was none. */
    public Optional<Instant> previousSecretUntil() {
        return secretNumber > 1 ? Optional.of(secretSince.plus(OVERLAP)) : Optional.empty();
    }

    /** What an attempt does to it; empty where nothing. */
    Optional<Change> after(Report report) {
        return report.succeeded() ? afterSuccess(report) : afterFailure(report);
    }

    private Optional<Change> afterSuccess(Report report) {
        return switch (state) {
            case UNVERIFIED, DISABLED -> report.ofTest() ? Optional.of(Change.ACTIVATED) : Optional.empty();
            case DEGRADED -> Optional.of(Change.ACTIVATED);
            case ACTIVE, DELETED -> Optional.empty();
        };
    }

    private Optional<Change> afterFailure(Report report) {
        return switch (state) {
            case ACTIVE -> Optional.of(report.gone() ? Change.DISABLED : Change.DEGRADED);
            case DEGRADED -> report.gone() || lasts(PATIENCE, report) ? Optional.of(Change.DISABLED) : warning(report);
            // Its alerts wait for the test: once nobody tries that any more, they would wait for ever.
            case UNVERIFIED -> report.ofTest() && report.givenUp() ? Optional.of(Change.DISABLED) : warning(report);
            case DISABLED, DELETED -> Optional.empty();
        };
    }

    private Optional<Change> warning(Report report) {
        return !warned && lasts(WARNING, report) ? Optional.of(Change.FAILING) : Optional.empty();
    }

    /** One that has never answered has failed since it is there. */
    private boolean lasts(Duration time, Report report) {
        return !report.at().isBefore(failingSince.orElse(createdAt).plus(time));
    }

    Endpoint after(Change change, Version next) {
        return switch (change) {
            case SECRET_ROTATED -> with(state, secretNumber + 1, next.recordedAt(), tests, failingSince, warned, next);
            case TESTED -> with(state, secretNumber, secretSince, tests + 1, failingSince, warned, next);
            case ACTIVATED -> with(EndpointState.ACTIVE, Optional.empty(), false, next);
            case DEGRADED -> with(EndpointState.DEGRADED, Optional.of(next.recordedAt()), false, next);
            case FAILING -> with(state, failingSince, true, next);
            case DISABLED -> with(EndpointState.DISABLED, failingSince, warned, next);
            case DELETED -> with(EndpointState.DELETED, failingSince, warned, next);
            case CREATED -> throw new IllegalStateException("an endpoint is created once: " + id);
        };
    }

    private Endpoint with(
            EndpointState nextState, Optional<Instant> nextFailingSince, boolean nextWarned, Version next) {
        return with(nextState, secretNumber, secretSince, tests, nextFailingSince, nextWarned, next);
    }

    private Endpoint with(
            EndpointState nextState,
            int nextSecret,
            Instant nextSecretSince,
            long nextTests,
            Optional<Instant> nextFailingSince,
            boolean nextWarned,
            Version next) {
        return new Endpoint(
                id,
                owner,
                url,
                types,
                nextState,
                nextSecret,
                nextSecretSince,
                nextTests,
                nextFailingSince,
                nextWarned,
                createdAt,
                next);
    }
}
