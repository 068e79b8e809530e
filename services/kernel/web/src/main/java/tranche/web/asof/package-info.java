/** Reads as of a valid day and a recorded instant. Read {@link tranche.web.asof.AsOfQuery}. */
@org.jspecify.annotations.NullMarked
package tranche.web.asof;
