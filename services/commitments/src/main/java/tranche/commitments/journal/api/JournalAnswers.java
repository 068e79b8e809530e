package tranche.commitments.journal.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.store.JournalViews.Balance;
import tranche.commitments.journal.store.JournalViews.Entry;
import tranche.commitments.journal.store.JournalViews.Line;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Balances and entries as callers get them. */
final class JournalAnswers {

    /** The columns of a fund's balances. */
    static final Table<Balance> BALANCES = new Table<>(
            "balances",
            List.of(
                    Column.text("ledger", row -> Optional.of(row.ledger())),
                    Column.text("account", row -> Optional.of(row.account())),
                    Column.text("name", row -> Optional.of(name(row))),
                    Column.id("investorId", Balance::investor),
                    Column.amount("balance", row -> Optional.of(row.amount())),
                    Column.currency("currency", row -> Optional.of(row.amount()))));

    /** The columns of the journal, a posting in each line. */
    static final Table<Posted> LINES = new Table<>(
            "journal",
            List.of(
                    Column.id("id", row -> Optional.of(row.entry().id())),
                    Column.whole("sequence", row -> Optional.of(row.entry().sequence())),
                    Column.id("eventId", row -> Optional.of(row.entry().event())),
                    Column.text("type", row -> Optional.of(row.entry().type())),
                    Column.date("effectiveDate", row -> Optional.of(row.entry().effectiveDate())),
                    Column.instant("recordedAt", row -> Optional.of(row.entry().recordedAt())),
                    Column.text("ledger", row -> Optional.of(row.line().ledger())),
                    Column.text("account", row -> Optional.of(row.line().account())),
                    Column.id("investorId", row -> row.line().investor()),
                    Column.amount("amount", row -> Optional.of(row.line().amount())),
                    Column.currency("currency", row -> Optional.of(row.line().amount())),
                    Column.text("prevHash", row -> Optional.of(row.entry().prevHash())),
                    Column.text("hash", row -> Optional.of(row.entry().hash()))));

    /** A line with the entry that it belongs to. */
    record Posted(Entry entry, Line line) {}

    private JournalAnswers() {}

    static List<Posted> lines(Entry entry) {
        return entry.lines().stream().map(line -> new Posted(entry, line)).toList();
    }

    /** Where a balance stands in its list. */
    static List<String> place(Balance balance) {
        return List.of(
                balance.ledger(),
                balance.account(),
                balance.investor().map(UUID::toString).orElse(""));
    }

    private static String name(Balance balance) {
        return Account.of(balance.account()).title();
    }

    static JsonObject json(Balance balance) {
        return JsonObject.empty()
                .put("ledger", balance.ledger())
                .put("account", balance.account())
                .put("name", name(balance))
                .put("investorId", balance.investor())
                .put("balance", balance.amount());
    }

    static JsonObject json(Entry entry) {
        return JsonObject.empty()
                .put("id", entry.id())
                .put("sequence", entry.sequence())
                .put("eventId", entry.event())
                .put("type", entry.type())
                .put("effectiveDate", entry.effectiveDate())
                .put("recordedAt", entry.recordedAt())
                .put(
                        "postings",
                        entry.lines().stream()
                                .map(line -> JsonObject.empty()
                                        .put("ledger", line.ledger())
                                        .put("account", line.account())
                                        .put("investorId", line.investor())
                                        .put("amount", line.amount()))
                                .toList())
                .put("prevHash", entry.prevHash())
                .put("hash", entry.hash());
    }
}
