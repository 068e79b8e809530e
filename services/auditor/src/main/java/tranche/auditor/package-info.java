/** Recomputes all that Tranche keeps, from outside and by code of its own. Read {@link tranche.auditor.Auditor} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor;
