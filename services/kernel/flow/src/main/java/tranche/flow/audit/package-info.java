/** The event table as an auditor reads it: every event with its place in its key's hash chain. Read {@link tranche.flow.audit.AuditLog} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.audit;
