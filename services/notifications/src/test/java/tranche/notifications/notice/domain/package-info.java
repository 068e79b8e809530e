/** What is told and what it settles. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.domain;
