package tranche.notifications.notice.domain;

/** How much an alert presses (rule N-3). */
public enum Severity {
    INFO,
    NOTICE,
    WARNING,
    CRITICAL
}
