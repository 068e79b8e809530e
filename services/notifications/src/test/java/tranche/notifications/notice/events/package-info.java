/** What is told of each event, held against the catalogue. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.events;
