/** What other services' events are worth telling. Read {@link tranche.notifications.notice.events.NoticeAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.events;
