/** What is told of an event, whom, and that it is told once. Read {@link tranche.notifications.notice.NewAlerts} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice;
