package tranche.milestones.slip.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a step will be finished, and how late it may be.
 *
 * @param start earliest start; for one that is under way, from when what remains is worked
 * @param planned earliest finish by the plan alone
 * @param finish the same, or the later day that the site states; or the day on which it was achieved
 * @param driver empty once it is achieved
 * @param room empty once it is achieved
 * @param <K> what names a step
 */
public record Forecast<K>(
        LocalDate start, LocalDate planned, LocalDate finish, Optional<Driver<K>> driver, Optional<Room> room) {

    /**
     * How much later it may be without moving the end of the plan.
     *
     * @param latestStart for the latest finish
     * @param totalFloatDays working days of its own calendar between its earliest and its latest finish; below zero where
     *     what follows is already achieved or fixed
     */
    public record Room(LocalDate latestStart, LocalDate latestFinish, int totalFloatDays) {}

    /** Whether each day that it is late makes the plan end a day later. */
    public boolean isCritical() {
        return room.filter(left -> left.totalFloatDays() <= 0).isPresent();
    }
}
