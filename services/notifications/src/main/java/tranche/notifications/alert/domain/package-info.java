/** An alert and what its recipient does about it. Read {@link tranche.notifications.alert.domain.Alert} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.domain;
