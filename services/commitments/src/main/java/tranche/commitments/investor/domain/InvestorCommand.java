package tranche.commitments.investor.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.values.actor.Actor;
import tranche.values.country.Country;
import tranche.values.register.ForeignIdentity;

/** What can be asked of an investor. The effective date is today in UTC where none is given: an investor has no zone. */
public sealed interface InvestorCommand {

    InvestorId id();

    Actor by();

    Optional<LocalDate> effectiveDate();

    record Register(
            InvestorId id,
            InvestorContent content,
            Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements InvestorCommand {}

    /** Changes what the investor says of itself. */
    record Change(InvestorId id, Changes changes, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements InvestorCommand {}

    record RecordKyc(InvestorId id, Kyc kyc, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements InvestorCommand {}

    /** Lets the investor make no new commitment from now on. */
    record Suspend(
            InvestorId id, Optional<String> reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements InvestorCommand {}

    /** What is to change; what is empty stays. */
    record Changes(
            Optional<String> name,
            Optional<InvestorKind> kind,
            Optional<Country> country,
            Optional<Lei> lei,
            Optional<Boolean> consentToBeNamed) {

        InvestorContent appliedTo(InvestorContent before) {
            return new InvestorContent(
                    name.orElse(before.name()),
                    kind.orElse(before.kind()),
                    country.orElse(before.country()),
                    lei.or(before::lei),
                    consentToBeNamed.orElse(before.consentToBeNamed()));
        }
    }
}
