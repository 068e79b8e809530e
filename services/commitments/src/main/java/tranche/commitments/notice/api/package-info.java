/** Notices over HTTP, and the check that is open to everybody. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice.api;
