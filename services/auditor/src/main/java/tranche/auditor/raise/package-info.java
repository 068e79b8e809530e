/** The portal's read model of the raise, made anew from the topics. Read {@link tranche.auditor.raise.RaiseAudit} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.raise;
