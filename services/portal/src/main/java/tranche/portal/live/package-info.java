/** Pages that change while they are watched. Read {@link tranche.portal.live.LivePages} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.live;
