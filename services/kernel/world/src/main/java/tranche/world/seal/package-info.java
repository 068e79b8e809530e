/** Personal values as they are kept: encrypted. Read {@link tranche.world.seal.SealKey} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.seal;
