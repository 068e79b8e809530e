package tranche.notifications.delivery.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Share;
import tranche.notifications.delivery.domain.Way;
import tranche.notifications.notice.domain.Channel;

/**
 * What is under way, so that no target delays another (promise R8): each has a share of its own, as has each channel, and all
 * slow targets together have no more than a fifth. Of one task, so it has no lock.
 */
final class Flights {

    /** Sends at a time: each is a thread that waits, and a connection. */
    static final int MOST = 256;

    private static final int MOST_OF_SLOW = MOST / 5;

    /** Targets whose share is remembered; what is forgotten begins anew. */
    private static final int MOST_REMEMBERED = 10_000;

    /** An answer that takes longer makes its target slow. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Map<UUID, Integer> underWay = new HashMap<>();
    private final Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
    private final Map<UUID, Share> shares = new LinkedHashMap<>();
    private int all;

    /** How many more may be under way. */
    int room() {
        return MOST - all;
    }

    /** Channels that have room for more. */
    Set<Channel> open() {
        return Arrays.stream(Channel.values())
                .filter(Channel::isSent)
                .filter(channel -> underWay(channel) < Way.of(channel).mostAtOnce())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    }

    private int underWay(Channel channel) {
        return byChannel.getOrDefault(channel, 0);
    }

    /** Targets that have their share. */
    Set<UUID> busy() {
        boolean slowAreBusy = slowUnderWay() >= MOST_OF_SLOW;
        Set<UUID> busy = underWay.keySet().stream()
                .filter(target ->
                        underWay.getOrDefault(target, 0) >= share(target).most())
                .collect(Collectors.toSet());
        if (slowAreBusy) {
            shares.forEach((target, share) -> {
                if (share.isSlow()) {
                    busy.add(target);
                }
            });
        }
        return busy;
    }

    private int slowUnderWay() {
        return underWay.entrySet().stream()
                .filter(one -> share(one.getKey()).isSlow())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** What there is room for, in the order in which it comes. */
    List<Delivery> choose(List<Delivery> due) {
        Map<UUID, Integer> taken = new HashMap<>(underWay);
        Map<Channel, Integer> takenOfChannel = new EnumMap<>(Channel.class);
        takenOfChannel.putAll(byChannel);
        int slow = slowUnderWay();
        List<Delivery> chosen = new ArrayList<>();
        for (Delivery delivery : due) {
            UUID target = delivery.target();
            Share share = share(target);
            boolean hasRoom = taken.getOrDefault(target, 0) < share.most()
                    && takenOfChannel.getOrDefault(delivery.channel(), 0)
                            < Way.of(delivery.channel()).mostAtOnce()
                    && (!share.isSlow() || slow < MOST_OF_SLOW);
            if (hasRoom && chosen.size() < room()) {
                chosen.add(delivery);
                taken.merge(target, 1, Integer::sum);
                takenOfChannel.merge(delivery.channel(), 1, Integer::sum);
                slow += share.isSlow() ? 1 : 0;
            }
        }
        return chosen;
    }

    void begun(Delivery delivery) {
        underWay.merge(delivery.target(), 1, Integer::sum);
        byChannel.merge(delivery.channel(), 1, Integer::sum);
        all++;
    }

    /** @param took from the attempt's begin to its end */
    void ended(Delivery delivery, Outcome outcome, Duration took) {
        UUID target = delivery.target();
        byChannel.computeIfPresent(delivery.channel(), (_, count) -> count - 1);
        underWay.computeIfPresent(target, (_, count) -> count > 1 ? count - 1 : null);
        all--;
        boolean isWell = !(outcome instanceof Outcome.Soft) && took.compareTo(SLOW) < 0;
        Share after = isWell ? share(target).wider() : share(target).narrower();
        shares.remove(target);
        shares.put(target, after);
        if (shares.size() > MOST_REMEMBERED) {
            shares.remove(shares.keySet().iterator().next());
        }
    }

    private Share share(UUID target) {
        return shares.getOrDefault(target, Share.FIRST);
    }
}
