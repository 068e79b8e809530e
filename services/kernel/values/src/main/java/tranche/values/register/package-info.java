/**
 * What every object of the register has: its version in both times, its identity elsewhere, and the one text of its content
 * that is hashed. Read {@link tranche.values.register.Version} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.values.register;
