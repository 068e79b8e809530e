/** What alerts there are and whom they are for. Read {@link tranche.notifications.notice.domain.Notice} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.domain;
