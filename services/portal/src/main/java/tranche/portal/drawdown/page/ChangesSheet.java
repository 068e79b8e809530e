package tranche.portal.drawdown.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallChanges;
import tranche.portal.drawdown.domain.CallChanges.Line;
import tranche.portal.drawdown.domain.TextChange;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What changed since an earlier version, and how the page of a call says it: was and is, side by side.
 *
 * @param names of investors that the reader may know
 */
record ChangesSheet(CallChanges changes, Map<UUID, String> names) {

    /** Lines that an approver still compares; the largest differences are the first. */
    private static final int LINES_SHOWN = 12;

    /** The lines that are shown. */
    static List<Line> shown(CallChanges changes) {
        return changes.lines().stream().limit(LINES_SHOWN).toList();
    }

    CallModel.Changes model(Words words) {
        List<CallModel.Change> rows = new ArrayList<>();
        changes.due()
                .ifPresent(due -> rows.add(row(
                        words.say("call.fact.due"),
                        Optional.of(words.dates().day(due.was())),
                        Optional.of(words.dates().day(due.is())))));
        changes.purpose()
                .ifPresent(purpose -> rows.add(new CallModel.Change(
                        words.say("call.fact.purpose"),
                        Optional.empty(),
                        Optional.empty(),
                        TextChange.between(purpose.was(), purpose.is()).pieces())));
        changes.basis()
                .ifPresent(basis -> rows.add(row(
                        words.say("call.changes.basis"),
                        Optional.of(basis(basis.was(), words)),
                        Optional.of(basis(basis.is(), words)))));
        changes.total()
                .ifPresent(total -> rows.add(row(
                        words.say("call.changes.total"),
                        Optional.of(words.money().full(total.was())),
                        Optional.of(words.money().full(total.is())))));
        changes.components()
                .forEach(part -> rows.add(
                        money(words.say("call.component." + code(part.type())), part.was(), part.is(), words)));
        shown(changes)
                .forEach(line ->
                        rows.add(money(CallLines.name(line.investor(), names, words), line.was(), line.is(), words)));
        int more = changes.lines().size() - shown(changes).size();
        return new CallModel.Changes(
                words.say("call.changes", "version", changes.since()),
                rows,
                Optional.of(more)
                        .filter(count -> count > 0)
                        .map(count -> words.say("call.changes.more", "count", count)));
    }

    private static String basis(String basis, Words words) {
        return words.say("call.basis." + code(basis));
    }

    private static String code(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private static CallModel.Change money(String name, Optional<Money> was, Optional<Money> is, Words words) {
        return row(name, was.map(words.money()::full), is.map(words.money()::full));
    }

    private static CallModel.Change row(String name, Optional<String> was, Optional<String> is) {
        return new CallModel.Change(name, was, is, List.of());
    }
}
