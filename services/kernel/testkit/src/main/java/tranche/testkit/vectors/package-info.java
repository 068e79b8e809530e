/** The worked examples of the domain's rules, for tests. Read {@link tranche.testkit.vectors.Vectors} first. */
@org.jspecify.annotations.NullMarked
package tranche.testkit.vectors;
