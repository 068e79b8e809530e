/** Ids and chance. Read {@link tranche.world.ids.Ids} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.ids;
