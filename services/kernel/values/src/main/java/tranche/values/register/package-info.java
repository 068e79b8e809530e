/**
 * What every object of the register has: its version in both times, its identity elsewhere, the one text of its content
 * that is hashed, the point in time at which it is read, and the shelf on which many of them stand. Read
 * {@link tranche.values.register.Version} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.values.register;
