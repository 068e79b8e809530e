package tranche.notifications.notice.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What events that were read together have to say and what they settle, in the order in which they were recorded.
 *
 * @param settled which of the notices a later one of the events has settled, the first that did, by the notice's id
 */
public record News(List<Notice> notices, List<Settling> settlings, Map<UUID, Settling> settled) {

    public News {
        notices = List.copyOf(notices);
        settlings = List.copyOf(settlings);
        settled = Map.copyOf(settled);
    }

    /** What one event has to say, and what it settles. */
    public record Heard(Optional<Notice> notice, Optional<Settling> settling) {}

    public static News of(List<Heard> events) {
        List<Notice> notices = new ArrayList<>();
        List<Settling> settlings = new ArrayList<>();
        Map<UUID, List<Notice>> open = new HashMap<>();
        Map<UUID, Settling> settled = new HashMap<>();
        for (Heard heard : events) {
            heard.settling().ifPresent(settling -> {
                settlings.add(settling);
                settle(settling, open.getOrDefault(settling.subject(), List.of()), settled);
            });
            heard.notice().ifPresent(notice -> {
                notices.add(notice);
                open.computeIfAbsent(notice.subject().id(), _ -> new ArrayList<>())
                        .add(notice);
            });
        }
        return new News(notices, settlings, settled);
    }

    private static void settle(Settling settling, List<Notice> earlier, Map<UUID, Settling> settled) {
        earlier.stream().filter(settling::settles).forEach(notice -> settled.putIfAbsent(notice.id(), settling));
    }
}
