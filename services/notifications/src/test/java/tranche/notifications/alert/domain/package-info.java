/** What recipients may do about alerts. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.domain;
