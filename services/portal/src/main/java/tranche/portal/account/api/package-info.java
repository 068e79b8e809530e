/** Accounts and API keys over HTTP. Read {@link tranche.portal.account.api.AccountController} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.api;
