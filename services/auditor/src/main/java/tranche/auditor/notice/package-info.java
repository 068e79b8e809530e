/** Recomputes the hashes and signatures of notices, and holds what they say against the rows. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.notice;
