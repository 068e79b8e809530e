/** Browsers that are signed in. Read {@link tranche.portal.session.Sessions} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.session;
