package tranche.notifications.notice.domain;

import java.time.Instant;

/**
 * That a notice has reached somebody.
 *
 * @param at when he is told, or was
 */
public record Past(Reached reached, Instant at) {}
