package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * That a call was issued: the notices of its lines follow.
 *
 * @param cause id of the event
 * @param lines how many lines it has
 */
public record IssuedCall(UUID id, UUID cause, Instant recordedAt, UUID programme, UUID fund, int lines) {}
