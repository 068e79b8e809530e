package tranche.commitments.imports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.values.actor.Scope;
import tranche.values.proposal.Content;

/**
 * A file as it was understood, before the rules were asked.
 *
 * @param rows how many it has
 * @param entries what its good rows ask for
 * @param columnOf the file's column of each field that has one
 */
public record Filing(
        ImportKind kind,
        int rows,
        List<Entry> entries,
        List<Skipped> skipped,
        List<RowError> errors,
        Map<String, String> columnOf) {

    public Filing {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
        columnOf = Map.copyOf(columnOf);
    }

    /** The error of a row that the rules refuse, at the column that the refusal is about. */
    public RowError refused(int line, String code, Map<String, Object> facts) {
        Optional<String> field = code.equals("unknown-reference")
                ? Optional.ofNullable(facts.get("field")).map(Object::toString)
                : blamed(code);
        return new RowError(
                line,
                field.filter(name -> kind.field(name).isPresent() || columnOf.containsKey(name))
                        .map(name -> columnOf.getOrDefault(name, name)),
                code,
                facts);
    }

    private Optional<String> blamed(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "amount-not-positive", "amount-not-whole", "amount-too-great", "fund-cap-exceeded" ->
                        kind == ImportKind.FUNDS ? "cap" : "amount";
                    case "called-exceeds-commitment" -> "called";
                    case "currency-not-the-funds" -> kind == ImportKind.FUNDS ? "baseCurrency" : "currency";
                    case "effective-date-ahead" -> kind == ImportKind.OPENING_BALANCES ? "asOf" : "effectiveDate";
                    case "external-reference-conflict" -> columnOf.containsKey("externalRef") ? "externalRef" : null;
                    case "fund-closed-to-new" -> "fundId";
                    case "investor-not-active", "kyc-not-cleared" -> "investorId";
                    case "paid-exceeds-called" -> "paid";
                    case "restored-exceeds-paid" -> "restored";
                    case "source-missing" -> "source";
                    default -> null;
                });
    }

    /** What its rows are about; the whole deployment where that is not one or more funds or programmes. */
    public Set<Scope> about() {
        Set<Scope> about = new HashSet<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Held held ->
                    about.add(Scope.ofFund(held.programme().value(), held.fund().value()));
                case Entry.OfFund fund ->
                    about.add(Scope.ofProgramme(fund.programme().value()));
                case Entry.OfInvestor _ -> about.add(Scope.DEPLOYMENT);
            }
        }
        return about.isEmpty() ? Set.of(Scope.DEPLOYMENT) : about;
    }

    /** What is approved, and binds the approval: every row to the letter (rule D-6). */
    public static Content content(ImportKind kind, List<Held> entries) {
        return Content.shown(Map.of(
                "kind",
                kind.code(),
                "rows",
                entries.stream()
                        .sorted(Comparator.comparingInt(Entry::line))
                        .map(Held::members)
                        .toList()));
    }

    /** All errors by line and column. */
    List<RowError> errorsWith(List<RowError> more) {
        List<RowError> all = new ArrayList<>(errors);
        all.addAll(more);
        return all.stream().sorted().toList();
    }
}
