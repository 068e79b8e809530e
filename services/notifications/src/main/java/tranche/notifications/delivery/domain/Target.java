package tranche.notifications.delivery.domain;

import java.util.UUID;

/**
 * Where a channel takes an alert.
 *
 * @param id of the endpoint or the address
 * @param isReady whether it is proven; if not, what is for it waits until the channel releases it
 */
public record Target(UUID alert, UUID recipient, UUID id, boolean isReady) {}
