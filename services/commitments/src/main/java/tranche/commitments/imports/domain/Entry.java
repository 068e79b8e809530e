package tranche.commitments.imports.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

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

        /** What a second person reads and a hash covers: the row to the letter. */
        Map<String, @Nullable Object> members();
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
        public Map<String, @Nullable Object> members() {
            Map<String, @Nullable Object> members = named(this);
            members.put("effectiveDate", effectiveDate.map(LocalDate::toString).orElse(null));
            members.put("effectiveDatePrecision", precision.name());
            members.put("closingDate", closingDate.map(LocalDate::toString).orElse(null));
            members.put("source", source);
            return members;
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
        public Map<String, @Nullable Object> members() {
            Map<String, @Nullable Object> members = named(this);
            members.put("called", written(opening.drawn().called()));
            members.put("paid", written(opening.drawn().paid()));
            members.put("restored", written(opening.drawn().restored()));
            members.put("distributed", written(opening.drawn().distributed()));
            members.put("asOf", opening.asOf().toString());
            members.put("source", opening.source());
            return members;
        }
    }

    private static Map<String, @Nullable Object> named(Held held) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("line", held.line());
        members.put("fundId", held.fund().toString());
        members.put("investorId", held.investor().toString());
        members.put("amount", written(held.amount()));
        members.put("sourceSystem", held.foreign().sourceSystem());
        members.put("externalRef", held.foreign().externalRef());
        return members;
    }

    private static Map<String, String> written(Money money) {
        return Map.of("value", money.plain(), "currency", money.currency().code());
    }
}
