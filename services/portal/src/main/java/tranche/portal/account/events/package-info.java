/** Accounts' events as they leave the portal: ids only. Read {@link tranche.portal.account.events.AccountAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.events;
