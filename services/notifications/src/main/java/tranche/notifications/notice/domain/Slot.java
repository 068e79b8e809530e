package tranche.notifications.notice.domain;

import java.time.Instant;

/**
 * A mail in which alerts are gathered for somebody who wants to hear of them together (rule N-5).
 *
 * @param key which hour, day or week it is of: there is at most one mail of each
 * @param sendAt from when on it may be sent
 */
public record Slot(String key, Instant sendAt) {}
