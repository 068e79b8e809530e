/** Names and holdings out of other services' events. Read {@link tranche.notifications.subject.events.SubjectAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subject.events;
