package tranche.notifications.delivery.domain;

import java.util.UUID;
import tranche.notifications.notice.domain.Slot;

/**
 * An alert that is to be sent together with others.
 *
 * @param delivery that takes them all, as it is while nothing is in it
 */
public record Gathered(UUID alert, Slot slot, Delivery delivery) {}
