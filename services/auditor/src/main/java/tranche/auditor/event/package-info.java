/** The event tables: rows, schemas, chains. Read {@link tranche.auditor.event.EventChains} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.event;
