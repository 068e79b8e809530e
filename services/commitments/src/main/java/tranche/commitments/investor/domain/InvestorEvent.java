package tranche.commitments.investor.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What happened to an investor. */
public sealed interface InvestorEvent {

    InvestorId id();

    LocalDate effectiveDate();

    record Registered(
            InvestorId id,
            InvestorContent content,
            Optional<ForeignIdentity> foreign,
            LocalDate effectiveDate,
            Maker by)
            implements InvestorEvent {}

    record Changed(InvestorId id, InvestorContent content, LocalDate effectiveDate) implements InvestorEvent {}

    record KycRecorded(InvestorId id, Kyc kyc, LocalDate effectiveDate) implements InvestorEvent {}

    record Suspended(InvestorId id, Optional<String> reason, LocalDate effectiveDate) implements InvestorEvent {}
}
