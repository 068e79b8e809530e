/** The worked examples of the domain's rules, as the tests of the values read them. */
@org.jspecify.annotations.NullMarked
package tranche.values.vectors;
