/** Accounts: who can sign in and which person is behind. Read {@link tranche.portal.account.AccountCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account;
