package tranche.portal.raise.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Head;
import tranche.portal.listing.page.Kept;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentTotals;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.Programme;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What the views know of a list of commitments, and how the page says it.
 *
 * @param shown whether commitments are shown to the visitor at all
 */
record CommitmentTable(
        ListQueryText query,
        CommitmentList.Page page,
        CommitmentTotals totals,
        List<Programme> programmes,
        List<CommitmentList.Choice> funds,
        boolean shown) {

    private static final List<CommitmentState> STATES = List.of(
            CommitmentState.DRAFT,
            CommitmentState.SUBMITTED,
            CommitmentState.ACCEPTED,
            CommitmentState.CLOSED,
            CommitmentState.TRANSFERRED,
            CommitmentState.CANCELLED);

    CommitmentsModel model(Frame frame, Words words) {
        CommitmentFilter filter = query.filter();
        return new CommitmentsModel(
                frame,
                sentence(words),
                pills(words),
                query.unknown().entrySet().stream()
                        .map(part -> new Unknown(words.say("commitments.filter." + part.getKey()), part.getValue()))
                        .toList(),
                query.address(),
                programmes.stream()
                        .map(programme -> choice(programme.id(), programme.name(), filter.programme()))
                        .toList(),
                funds.stream()
                        .map(fund -> choice(fund.id(), fund.name(), filter.fund()))
                        .toList(),
                Arrays.stream(InvestorKind.values())
                        .map(kind -> new Choice(
                                kind.code(),
                                words.say("words.kind." + kind.code()),
                                filter.kind().filter(kind::equals).isPresent()))
                        .toList(),
                STATES.stream()
                        .map(state -> new Choice(
                                state.code(),
                                words.say("commitments.state." + state.code()),
                                filter.state().filter(state::equals).isPresent()))
                        .toList(),
                filter.text().orElse(""),
                query.parts().entrySet().stream()
                        .map(part -> new Kept(part.getKey(), part.getValue()))
                        .toList(),
                nothing(words),
                heads(words),
                page.rows().stream().map(row -> line(row, words)).toList(),
                totals.byCurrency().stream().map(sum -> total(sum, words)).toList(),
                page.next().map(next -> query.with("after", next)),
                query.after().isPresent(),
                query.under("/commitments.csv"),
                query.under("/commitments.xlsx"));
    }

    private static Choice choice(UUID id, String name, Optional<UUID> chosen) {
        return new Choice(id.toString(), name, chosen.filter(id::equals).isPresent());
    }

    /** Why the list is empty, and what to do about it. */
    private String nothing(Words words) {
        if (!shown) {
            return words.say("commitments.none.not-shown");
        }
        return words.say(query.filter().isEmpty() ? "commitments.none.yet" : "commitments.none");
    }

    private Content sentence(Words words) {
        List<String> sums = totals.byCurrency().stream()
                .map(sum -> words.money().brief(sum.amount()))
                .toList();
        return words.rich(
                totals.count() > 0
                        ? "commitments.lede"
                        : query.filter().isEmpty() ? "commitments.lede.none.yet" : "commitments.lede.none",
                Map.of(
                        "count",
                        totals.count(),
                        "investors",
                        totals.investors(),
                        "waiting",
                        totals.in(CommitmentState.SUBMITTED),
                        "sums",
                        words.texts().list(sums)));
    }

    private List<Pill> pills(Words words) {
        List<Pill> pills = new ArrayList<>();
        CommitmentFilter filter = query.filter();
        filter.programme()
                .map(id -> programmes.stream()
                        .filter(programme -> programme.id().equals(id))
                        .findFirst()
                        .map(Programme::name)
                        .orElse(id.toString()))
                .ifPresent(name -> pills.add(pill("programme", name, words)));
        filter.fund()
                .map(id -> funds.stream()
                        .filter(fund -> fund.id().equals(id))
                        .findFirst()
                        .map(CommitmentList.Choice::name)
                        .orElse(id.toString()))
                .ifPresent(name -> pills.add(pill("fund", name, words)));
        filter.kind().ifPresent(kind -> pills.add(pill("kind", words.say("words.kind." + kind.code()), words)));
        filter.state()
                .ifPresent(state -> pills.add(pill("state", words.say("commitments.state." + state.code()), words)));
        filter.text().ifPresent(text -> pills.add(pill("text", text, words)));
        return pills;
    }

    private Pill pill(String part, String value, Words words) {
        return new Pill(words.say("commitments.filter." + part), value, query.without(part));
    }

    private List<Head> heads(Words words) {
        return List.of(
                head(CommitmentSort.Column.INVESTOR, false, words),
                head(CommitmentSort.Column.FUND, false, words),
                head(CommitmentSort.Column.AMOUNT, true, words),
                head(CommitmentSort.Column.STATE, false, words),
                head(CommitmentSort.Column.CALLED, true, words),
                head(CommitmentSort.Column.UNCALLED, true, words),
                head(CommitmentSort.Column.EFFECTIVE, false, words));
    }

    private Head head(CommitmentSort.Column column, boolean right, Words words) {
        CommitmentSort now = query.sort();
        boolean current = now.column() == column;
        // The first click on a column of amounts shows the largest first; a second one turns it round.
        boolean descending = current ? !now.descending() : right;
        return new Head(
                words.say("commitments.column." + column.code()),
                right ? Optional.of("r") : Optional.of("foldable").filter(_ -> column == CommitmentSort.Column.FUND),
                new CommitmentSort(column, descending).code(),
                current ? Optional.of(now.descending() ? "descending" : "ascending") : Optional.empty());
    }

    private CommitmentsModel.Line line(CommitmentRow row, Words words) {
        return new CommitmentsModel.Line(
                "c-" + row.id(),
                "/commitments/" + row.id(),
                row.investorName(),
                words.say("words.kind." + row.kind().code() + ".one"),
                row.fundName(),
                row.sample(),
                row.unverified(),
                StateChip.of(row.state(), words),
                amount(row.amount(), words),
                amount(row.called(), words),
                amount(row.uncalled(), words),
                row.effective()
                        .map(date -> CommitmentSheet.known(date, words.dates()))
                        .orElseGet(() -> words.say("words.none")));
    }

    private CommitmentsModel.Total total(CommitmentTotals.InCurrency sum, Words words) {
        return new CommitmentsModel.Total(
                words.say("commitments.total", "count", sum.count()),
                amount(sum.amount(), words),
                amount(sum.called(), words),
                amount(sum.uncalled(), words));
    }

    /** Amounts of a list are read against each other: all in millions, unless nothing comes to one. */
    private CommitmentsModel.Amount amount(Money amount, Words words) {
        boolean millions =
                totals.byCurrency().stream().anyMatch(sum -> words.money().unitOf(sum.amount()) != AmountUnit.ONE);
        return new CommitmentsModel.Amount(
                amount.plain(),
                words.money().full(amount),
                words.money().inColumn(amount, millions ? AmountUnit.MILLION : AmountUnit.ONE));
    }
}
