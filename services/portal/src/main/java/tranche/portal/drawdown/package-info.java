/**
 * Capital calls and what is to be expected of them as pages show them, read from the service that owns them. Read {@link
 * tranche.portal.drawdown.domain.CapitalCall} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.drawdown;
