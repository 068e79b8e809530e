/** Accounts and the persons behind them: what can be asked, what happens, and why not. Read {@link tranche.portal.account.domain.AccountBook} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.domain;
