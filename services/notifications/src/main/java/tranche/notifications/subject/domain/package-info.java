/** What alerts speak of and who takes part in it. Read {@link tranche.notifications.subject.domain.Named} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subject.domain;
