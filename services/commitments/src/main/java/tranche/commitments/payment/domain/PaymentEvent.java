package tranche.commitments.payment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;

/** What happened to where a fund is paid. */
public sealed interface PaymentEvent {

    BankAccountId id();

    LocalDate effectiveDate();

    record Proposed(
            BankAccountId id,
            ProgrammeId programme,
            FundId fund,
            BankDetails details,
            LocalDate effectiveDate,
            Maker by)
            implements PaymentEvent {}

    /**
     * An account was approved.
     *
     * @param from when it holds
     * @param before what holds until then; empty where it is the fund's first
     */
    record Changed(BankAccountId id, Instant from, Optional<Fingerprint> before, LocalDate effectiveDate)
            implements PaymentEvent {}
}
