/** Who acts, what they may do, and whose eyes have seen it. Read {@link tranche.values.actor.Actor} first, then {@link tranche.values.actor.FourEyes}. */
@org.jspecify.annotations.NullMarked
package tranche.values.actor;
