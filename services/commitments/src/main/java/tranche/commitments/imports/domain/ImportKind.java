package tranche.commitments.imports.domain;

import static tranche.commitments.imports.domain.Field.amount;
import static tranche.commitments.imports.domain.Field.currency;
import static tranche.commitments.imports.domain.Field.needed;
import static tranche.commitments.imports.domain.Field.optional;
import static tranche.commitments.imports.domain.Field.optionalAmount;
import static tranche.commitments.imports.domain.Field.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.commitments.imports.domain.Field.Form;

/** What the rows of a file are, and the fields that each can have. */
public enum ImportKind {

    /** Funds of programmes; a cap is in the fund's own currency. */
    FUNDS(
            false,
            reference("programmeId", "programme"),
            needed("name"),
            needed("baseCurrency"),
            optionalAmount("cap", "baseCurrency"),
            needed("calendar"),
            optional("noticeBusinessDays", Form.WHOLE),
            optional("callBasis"),
            optional("requireKyc", Form.FLAG),
            optional("requireTransferConsent", Form.FLAG),
            optional("zone"),
            optional("unverified", Form.FLAG),
            optional("sourceNote"),
            optional("effectiveDate")),

    INVESTORS(
            false,
            needed("name"),
            needed("kind"),
            needed("country"),
            optional("lei"),
            optional("consentToBeNamed", Form.FLAG),
            optional("effectiveDate")),

    /** Commitments known from a named source: once a second person has approved the file they are ACCEPTED. */
    COMMITMENTS(
            true,
            reference("fundId", "fund"),
            reference("investorId", "investor"),
            amount("amount", "currency", "commitment"),
            currency("currency"),
            optional("effectiveDate"),
            optional("effectiveDatePrecision"),
            optional("closingDate"),
            needed("source")),

    /** Positions that exist elsewhere: once a second person has approved the file they are CLOSED and booked. */
    OPENING_BALANCES(
            true,
            reference("fundId", "fund"),
            reference("investorId", "investor"),
            amount("amount", "currency", "commitment"),
            currency("currency"),
            optionalAmount("called", "currency"),
            optionalAmount("paid", "currency"),
            optionalAmount("restored", "currency"),
            optionalAmount("distributed", "currency"),
            needed("asOf"),
            needed("source"));

    private final boolean needsApproval;
    private final List<Field> fields;

    ImportKind(boolean needsApproval, Field... own) {
        this.needsApproval = needsApproval;
        this.fields = Stream.concat(Stream.of(own), Stream.of(optional("sourceSystem"), optional("externalRef")))
                .toList();
    }

    /** The name on the wire, for instance {@code opening-balances}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether a second person must approve what such a file brings about. */
    public boolean needsApproval() {
        return needsApproval;
    }

    /** In the order in which they are told. */
    public List<Field> fields() {
        return fields;
    }

    /** The field that a column of that name gives. */
    public Optional<Field> field(String column) {
        return fields.stream().filter(field -> field.isCalled(column)).findFirst();
    }
}
