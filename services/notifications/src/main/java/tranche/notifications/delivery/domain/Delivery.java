package tranche.notifications.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Slot;
import tranche.values.register.NameId;

/**
 * One alert on its way to one target by one channel. Its id is made of these three, so that nothing that is raised or read
 * twice leaves the house as two; all its attempts carry the same id and the same content (promise R7).
 *
 * @param alert empty for what tests a target, and for what gathers several
 * @param target whom the channel sends it to: a webhook endpoint, an address
 * @param attempts made or begun, from 0
 * @param fresh the number of attempts when it was last begun anew: 0, or what there were when it was sent again by hand
 * @param dueAt when it is taken up; while {@code SENDING}, when whoever took it up is given up; empty where it is settled or
 *     waits for its target
 * @param reason of the last attempt that failed, or of the cancellation
 * @param version how many events it has
 */
public record Delivery(
        UUID id,
        UUID recipient,
        Optional<UUID> alert,
        Channel channel,
        UUID target,
        DeliveryState state,
        int attempts,
        int fresh,
        Optional<Instant> dueAt,
        Instant createdAt,
        Optional<String> reason,
        long version) {

    /** How long one process has for an attempt, before another takes it up: every channel's own limits are far below. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    /** No target is left alone for longer because it asks for it. */
    private static final Duration LONGEST_PLEA = Duration.ofHours(24);

    /** The id of an alert's delivery. */
    public static UUID id(UUID alert, Channel channel, UUID target) {
        return NameId.of("delivery:" + alert + ":" + channel + ":" + target);
    }

    /** A new delivery; one whose target is not proven yet waits until it is. */
    public static Delivery of(Target target, Channel channel, Instant now) {
        return new Delivery(
                id(target.alert(), channel, target.id()),
                target.recipient(),
                Optional.of(target.alert()),
                channel,
                target.id(),
                DeliveryState.PENDING,
                0,
                0,
                target.isReady() ? Optional.of(now) : Optional.empty(),
                now,
                Optional.empty(),
                0);
    }

    /** Not sent yet, and not to be before a time: its recipient sleeps (rule N-3). */
    public Delivery notBefore(Instant time) {
        Optional<Instant> due = dueAt.map(at -> at.isBefore(time) ? time : at);
        return new Delivery(
                id, recipient, alert, channel, target, state, attempts, fresh, due, createdAt, reason, version);
    }

    /** A new one that gathers alerts for a recipient: the slot makes its id, so that there is at most one of each. */
    public static Delivery ofDigest(UUID recipient, Slot slot, Instant now) {
        return new Delivery(
                NameId.of("digest:" + recipient + ":" + slot.key()),
                recipient,
                Optional.empty(),
                Channel.EMAIL,
                recipient,
                DeliveryState.PENDING,
                0,
                0,
                Optional.of(slot.sendAt()),
                now,
                Optional.empty(),
                0);
    }

    /** What tests a target: its number makes its id, so that it is begun once. */
    public static Delivery ofTest(UUID recipient, Channel channel, UUID target, long number, Instant now) {
        return new Delivery(
                NameId.of("delivery-test:" + channel + ":" + target + ":" + number),
                recipient,
                Optional.empty(),
                channel,
                target,
                DeliveryState.PENDING,
                0,
                0,
                Optional.of(now),
                now,
                Optional.empty(),
                0);
    }

    /** Taken up for another attempt, by a process that is given up after the lease. */
    public Delivery begun(Instant now) {
        requireNext(DeliveryState.SENDING);
        return new Delivery(
                id,
                recipient,
                alert,
                channel,
                target,
                DeliveryState.SENDING,
                attempts + 1,
                fresh,
                Optional.of(now.plus(LEASE)),
                createdAt,
                reason,
                version);
    }

    /** Whether nothing more is tried if the attempt that is under way fails. */
    boolean isLastTry() {
        return Way.of(channel).retries().pauseAfter(attempts - fresh, 0).isEmpty();
    }

    /** Not sent any more, because its recipient may no longer have it or its target is gone. */
    public Delivery cancelled(String why) {
        return with(DeliveryState.CANCELLED, fresh, Optional.empty(), Optional.of(why), version);
    }

    /** Whether this is the attempt that is under way: an older one was given up, and its outcome changes nothing. */
    public boolean awaits(int attempt) {
        return state == DeliveryState.SENDING && attempts == attempt;
    }

    /**
     * After the attempt that is under way.
     *
     * @param chance from 0 (inclusive) to 1 (exclusive), for the pause
     */
    public Delivery after(Outcome outcome, Instant now, double chance) {
        return switch (outcome) {
            case Outcome.Taken _ -> settled(Way.of(channel).taken(), Optional.empty());
            case Outcome.Hard hard -> settled(Way.of(channel).refused(), Optional.of(hard.reason()));
            case Outcome.Soft soft ->
                Way.of(channel)
                        .retries()
                        .pauseAfter(attempts - fresh, chance)
                        .map(pause -> again(soft, now, pause))
                        .orElseGet(() -> settled(DeliveryState.FAILED, Optional.of(soft.reason())));
        };
    }

    private Delivery again(Outcome.Soft soft, Instant now, Duration pause) {
        Duration asked = soft.notBefore().orElse(Duration.ZERO);
        Duration plea = asked.compareTo(LONGEST_PLEA) > 0 ? LONGEST_PLEA : asked;
        Instant next = now.plus(pause.compareTo(plea) > 0 ? pause : plea);
        return with(DeliveryState.PENDING, fresh, Optional.of(next), Optional.of(soft.reason()), version);
    }

    private Delivery settled(DeliveryState end, Optional<String> why) {
        return with(end, fresh, Optional.empty(), why, version + 1);
    }

    /** Begun anew by hand: with the same id, the same content and all of its attempts before it. */
    public Delivery replayed(Instant now) {
        return with(DeliveryState.PENDING, attempts, Optional.of(now), reason, version + 1);
    }

    /**
     * Whether somebody has asked for it by hand: what is under way and has events was settled before and begun anew. It may have
     * been cancelled before its first attempt, so the attempts do not tell.
     */
    public boolean isAskedFor() {
        return version > 0 && !state.isSettled();
    }

    private Delivery with(
            DeliveryState next, int freshFrom, Optional<Instant> due, Optional<String> why, long nextVersion) {
        requireNext(next);
        return new Delivery(
                id, recipient, alert, channel, target, next, attempts, freshFrom, due, createdAt, why, nextVersion);
    }

    private void requireNext(DeliveryState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("delivery " + id + " does not go from " + state + " to " + next);
        }
    }
}
