package tranche.notifications.subject.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * In which region a project is.
 *
 * @param since when it was recorded
 */
public record Located(UUID project, String region, Instant since) {}
