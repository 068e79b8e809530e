/** Who acts and what they may do. Read {@link tranche.values.actor.Actor} first. */
@org.jspecify.annotations.NullMarked
package tranche.values.actor;
