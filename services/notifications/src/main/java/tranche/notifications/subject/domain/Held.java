package tranche.notifications.subject.domain;

import java.util.UUID;

/**
 * A commitment, and whose it is.
 *
 * @param isHeld whether it still is: not once it was cancelled or given away as a whole
 */
public record Held(UUID commitment, UUID fund, UUID investor, boolean isHeld) {}
