package tranche.commitments.payment.domain;

import java.util.OptionalLong;
import tranche.commitments.fund.domain.FundId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;

/** What can be asked of where a fund is paid. */
public sealed interface PaymentCommand {

    BankAccountId id();

    Actor by();

    record Propose(BankAccountId id, FundId fund, BankDetails details, Actor by) implements PaymentCommand {}

    /** @param content what the caller has seen */
    record Approve(BankAccountId id, ContentHash content, Actor by, OptionalLong ifMatch) implements PaymentCommand {}
}
