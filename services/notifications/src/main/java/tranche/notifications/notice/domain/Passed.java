package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that has come by, as far as a trail needs it.
 *
 * @param about the object whose event it is
 * @param correlation shared by all that followed from the same first command
 */
public record Passed(UUID event, TrailStep step, UUID about, UUID correlation, Instant recordedAt) {}
