package tranche.commitments.drawdown.domain;

import tranche.commitments.payment.domain.BankAccount;

/**
 * To which account a call is paid.
 *
 * @param followed whether the notices were issued without an account, and this one is the instructions that they promised
 */
public record CallPayment(BankAccount account, boolean followed) {}
