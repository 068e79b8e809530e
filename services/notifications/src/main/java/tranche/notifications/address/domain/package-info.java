/** How far addresses are relied on. Read {@link tranche.notifications.address.domain.AddressState} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.address.domain;
