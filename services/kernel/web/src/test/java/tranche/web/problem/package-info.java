/** The catalogue of errors. */
@org.jspecify.annotations.NullMarked
package tranche.web.problem;
