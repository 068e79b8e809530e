/** Reads as of a valid day and a recorded instant. Read {@link tranche.web.asof.AsOf} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.asof;
