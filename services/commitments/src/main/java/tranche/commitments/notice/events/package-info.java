/** The events of keys that sign notices. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice.events;
