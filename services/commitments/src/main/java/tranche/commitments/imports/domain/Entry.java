package tranche.commitments.imports.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.register.domain.ForeignIdentity;
import tranche.values.money.Money;

/** What a row asks for, once it could be read: its values are of their types, and what it names was found. */
public sealed interface Entry {

    /** The line of the file. */
    int line();

    /** By which the same row is known when it comes again. */
    ForeignIdentity foreign();

    record OfFund(
            int line,
            ProgrammeId programme,
            FundContent content,
            Optional<LocalDate> effectiveDate,
            ForeignIdentity foreign)
            implements Entry {}

    record OfInvestor(int line, InvestorContent content, Optional<LocalDate> effectiveDate, ForeignIdentity foreign)
            implements Entry {}

    /** What a second person approves: a commitment or a position, of one fund and one investor. */
    sealed interface Held extends Entry {

        ProgrammeId programme();

        FundId fund();

        InvestorId investor();

        Money amount();

        /** As a hash covers it. */
        Map<String, Object> members();
    }

    /** @param source the public record or the paper that it is known from */
    record OfCommitment(
            int line,
            ProgrammeId programme,
            FundId fund,
            InvestorId investor,
            Money amount,
            Optional<LocalDate> effectiveDate,
            DatePrecision precision,
            Optional<LocalDate> closingDate,
            String source,
            ForeignIdentity foreign)
            implements Held {

        @Override
        public Map<String, Object> members() {
            return Map.of(
                    "of", of(this),
                    "effectiveDate", effectiveDate.map(LocalDate::toString).orElse(""),
                    "effectiveDatePrecision", precision.name(),
                    "closingDate", closingDate.map(LocalDate::toString).orElse(""),
                    "source", source);
        }
    }

    record OfPosition(
            int line,
            ProgrammeId programme,
            FundId fund,
            InvestorId investor,
            Money amount,
            Opening opening,
            ForeignIdentity foreign)
            implements Held {

        @Override
        public Map<String, Object> members() {
            return Map.of("of", of(this), "opening", opening.members());
        }
    }

    private static List<String> of(Held held) {
        return List.of(
                held.fund().toString(),
                held.investor().toString(),
                held.amount().toString(),
                held.foreign().sourceSystem(),
                held.foreign().externalRef());
    }
}
