/**
 * What people see and do in the portal, in a real browser over real services, engines and topics. Read
 * {@link tranche.launcher.portal.Visit} first, then any test.
 */
@org.jspecify.annotations.NullMarked
package tranche.launcher.portal;
