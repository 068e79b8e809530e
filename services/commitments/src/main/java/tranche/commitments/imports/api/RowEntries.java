package tranche.commitments.imports.api;

import java.time.LocalDate;
import java.util.Optional;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.Lines.Line;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.InvestorKind;
import tranche.commitments.investor.domain.Lei;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.country.Country;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.web.body.Body;
import tranche.web.body.Fields;

/** What a row's values ask for, field by field as a request's body is read. */
final class RowEntries {

    /** The system that a row comes from where the file names none. */
    private static final String NO_SYSTEM = "import";

    private RowEntries() {}

    /**
     * Reads a row.
     *
     * @param targets what it names; stand-ins where that was not found
     * @throws tranche.web.problem.Problem {@code validation} with all that is wrong with its values
     */
    static Entry of(ImportKind kind, Line line, Body row, RowTargets targets) {
        return switch (kind) {
            case FUNDS -> fund(line, row, targets);
            case INVESTORS -> investor(line, row);
            case COMMITMENTS -> commitment(line, row, targets);
            case OPENING_BALANCES -> position(line, row, targets);
        };
    }

    private static Entry fund(Line line, Body row, RowTargets targets) {
        var content = new FundContent(
                row.text("name", Fields.NAME),
                row.currency("baseCurrency"),
                row.optionalMoney("cap"),
                row.oneOf("calendar", FundCalendar.class),
                new Terms(
                        row.optionalWhole("noticeBusinessDays", 0, Terms.LONGEST_NOTICE_BUSINESS_DAYS)
                                .orElse(Terms.DEFAULT_NOTICE_BUSINESS_DAYS),
                        row.optionalOneOf("callBasis", CallBasis.class).orElse(CallBasis.COMMITMENT),
                        row.optionalFlag("requireKyc").orElse(false),
                        row.optionalFlag("requireTransferConsent").orElse(false)),
                row.optionalZone("zone"),
                row.optionalFlag("unverified").orElse(false),
                row.optionalParagraphs("sourceNote", Fields.FREE_TEXT));
        Optional<LocalDate> effectiveDate = row.optionalDate("effectiveDate");
        ForeignIdentity foreign = foreign(line, row);
        row.check();
        return new Entry.OfFund(
                line.number(), new ProgrammeId(targets.id("programmeId")), content, effectiveDate, foreign);
    }

    private static Entry investor(Line line, Body row) {
        String name = row.text("name", Fields.NAME);
        InvestorKind kind = row.oneOf("kind", InvestorKind.class);
        String country = row.country("country");
        Optional<Lei> lei = row.optionalParsed(
                "lei", "invalid-lei", text -> Lei.isValid(text) ? Optional.of(new Lei(text)) : Optional.empty());
        boolean consent = row.optionalFlag("consentToBeNamed").orElse(false);
        Optional<LocalDate> effectiveDate = row.optionalDate("effectiveDate");
        ForeignIdentity foreign = foreign(line, row);
        row.check();
        return new Entry.OfInvestor(
                line.number(),
                new InvestorContent(name, kind, new Country(country), lei, consent),
                effectiveDate,
                foreign);
    }

    private static Entry commitment(Line line, Body row, RowTargets targets) {
        Money amount = row.positiveMoney("amount");
        Optional<LocalDate> effectiveDate = row.optionalDate("effectiveDate");
        DatePrecision precision =
                row.optionalOneOf("effectiveDatePrecision", DatePrecision.class).orElse(DatePrecision.DAY);
        Optional<LocalDate> closingDate = row.optionalDate("closingDate");
        String source = row.paragraphs("source", Fields.FREE_TEXT);
        ForeignIdentity foreign = foreign(line, row);
        row.check();
        return new Entry.OfCommitment(
                line.number(),
                new ProgrammeId(targets.programmeOf("fundId")),
                new FundId(targets.id("fundId")),
                new InvestorId(targets.id("investorId")),
                amount,
                effectiveDate,
                precision,
                closingDate,
                source,
                foreign);
    }

    private static Entry position(Line line, Body row, RowTargets targets) {
        Money amount = row.positiveMoney("amount");
        Money zero = Money.zero(amount.currency());
        var drawn = new Drawn(
                row.optionalUnsignedMoney("called").orElse(zero),
                row.optionalUnsignedMoney("paid").orElse(zero),
                row.optionalUnsignedMoney("restored").orElse(zero),
                row.optionalUnsignedMoney("distributed").orElse(zero));
        LocalDate asOf = row.date("asOf");
        String source = row.paragraphs("source", Fields.FREE_TEXT);
        ForeignIdentity foreign = foreign(line, row);
        row.check();
        return new Entry.OfPosition(
                line.number(),
                new ProgrammeId(targets.programmeOf("fundId")),
                new FundId(targets.id("fundId")),
                new InvestorId(targets.id("investorId")),
                amount,
                new Opening(drawn, asOf, source),
                foreign);
    }

    /** As the row says; else by the hash of what tells it from others, so that the same row again is the same object. */
    private static ForeignIdentity foreign(Line line, Body row) {
        Optional<String> system = row.optionalText("sourceSystem", ForeignIdentity.LONGEST_SOURCE_SYSTEM);
        Optional<String> reference = row.optionalText("externalRef", ForeignIdentity.LONGEST_EXTERNAL_REF);
        if (reference.isPresent() && system.isEmpty()) {
            row.find("sourceSystem", "required");
        }
        return new ForeignIdentity(
                system.orElse(NO_SYSTEM),
                reference.orElseGet(
                        () -> "sha256:" + ContentHash.of(line.identity()).hex()));
    }
}
