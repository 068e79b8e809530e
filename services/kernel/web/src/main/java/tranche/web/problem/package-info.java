/** Errors as problem documents (RFC 9457) in the words of the one catalogue. Read {@link tranche.web.problem.Problem} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.problem;
