/** Tests of {@link tranche.flow.register.ForeignRows}. */
@org.jspecify.annotations.NullMarked
package tranche.flow.register;
