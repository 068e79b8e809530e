/** Databases as they are at one moment, read as streams. Read {@link tranche.auditor.database.Snapshot} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.database;
