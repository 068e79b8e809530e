/** What the events of commitments mean for the pages. Read {@link tranche.portal.raise.events.RaiseAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.events;
