/** The journal's arithmetic against worked numbers. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.journal;
