/** Examples of what is decided about a programme. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.domain;
