/** Time as the code may see it. Read {@link tranche.world.time.Clock} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.time;
