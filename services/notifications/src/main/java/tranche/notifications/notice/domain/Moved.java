package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * That calls which an investor has to expect have moved because of a milestone.
 *
 * @param cause id of the event that told the investor of it
 * @param slipDays how far the milestone was behind its baseline then: by this it is known which slip was meant
 * @param recordedAt when the investor was told of it, which is after the slip
 */
public record Moved(UUID cause, UUID investor, UUID milestone, int slipDays, Instant recordedAt) {}
