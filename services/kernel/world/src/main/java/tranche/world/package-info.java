/** The only way to clock, chance, thread, socket and planned failure: what is not taken from here cannot be replayed from a seed. */
@org.jspecify.annotations.NullMarked
package tranche.world;
