/** What an auditor reads of a service over HTTP: its events with their hashes. Read {@link tranche.web.audit.AuditController} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.audit;
