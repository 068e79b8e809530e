/** Idempotency keys and foreign references. Read {@link tranche.auditor.idempotency.IdempotencyAudit} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.idempotency;
