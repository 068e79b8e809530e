@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.domain;
