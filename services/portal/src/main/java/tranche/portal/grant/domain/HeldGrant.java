package tranche.portal.grant.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;

/**
 * One grant of an account, from its proposal to its end.
 *
 * @param until last day on which it holds, in UTC; empty for no end
 * @param proposedBy who asked for it (rule D-1 compares by person)
 * @param expiresAt when the proposal lapses if nobody has answered
 * @param contentHash SHA-256 of the proposal, in lower-case hexadecimal (rule D-6)
 * @param firstSteps whether one person alone gave it
 * @param reason why it was turned down; empty unless it was
 * @param version from 1, one more with each event of the grant
 * @param changedAt when the last event was recorded
 */
public record HeldGrant(
        UUID id,
        Grant role,
        Optional<LocalDate> until,
        State state,
        Maker proposedBy,
        Optional<Maker> givenBy,
        Optional<Instant> expiresAt,
        String contentHash,
        boolean firstSteps,
        Optional<String> reason,
        long version,
        Instant changedAt) {

    /** Where a grant stands; one that lapsed is a proposal whose time is over, and one that has ended was given. */
    public enum State {
        PROPOSED,
        GIVEN,
        REJECTED,
        WITHDRAWN,
        LAPSED,
        ENDED
    }

    /** The state at a moment: time alone lets a proposal lapse and a grant end, without an event. */
    public State stateAt(Instant now) {
        return switch (state) {
            case PROPOSED -> expiresAt.map(end -> !now.isBefore(end)).orElse(false) ? State.LAPSED : State.PROPOSED;
            case GIVEN -> until.map(last -> today(now).isAfter(last)).orElse(false) ? State.ENDED : State.GIVEN;
            case REJECTED, WITHDRAWN, LAPSED, ENDED -> state;
        };
    }

    /** The commands that the state allows, as the API names them. */
    public List<String> allowedAt(Instant now) {
        return switch (stateAt(now)) {
            case PROPOSED -> List.of("approval", "rejection", "withdrawal");
            case GIVEN -> List.of("withdrawal");
            case REJECTED, WITHDRAWN, LAPSED, ENDED -> List.of();
        };
    }

    /** Of a proposal: whoever asked for it does not confirm it (rule D-1). */
    FourEyes fourEyes() {
        return FourEyes.madeBy(proposedBy, new ContentHash(contentHash));
    }

    HeldGrant given(Maker by, Instant at) {
        return new HeldGrant(
                id,
                role,
                until,
                State.GIVEN,
                proposedBy,
                Optional.of(by),
                expiresAt,
                contentHash,
                firstSteps,
                reason,
                version + 1,
                at);
    }

    HeldGrant rejected(String why, Instant at) {
        return new HeldGrant(
                id,
                role,
                until,
                State.REJECTED,
                proposedBy,
                givenBy,
                expiresAt,
                contentHash,
                firstSteps,
                Optional.of(why),
                version + 1,
                at);
    }

    HeldGrant withdrawn(Instant at) {
        return new HeldGrant(
                id,
                role,
                until,
                State.WITHDRAWN,
                proposedBy,
                givenBy,
                expiresAt,
                contentHash,
                firstSteps,
                reason,
                version + 1,
                at);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
