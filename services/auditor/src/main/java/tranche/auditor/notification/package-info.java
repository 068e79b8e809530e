/**
 * Who was told of what, recomputed: from events to notices, from grants to their readers; and what left the house of it. Read
 * {@link tranche.auditor.notification.AlertAudit} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.auditor.notification;
