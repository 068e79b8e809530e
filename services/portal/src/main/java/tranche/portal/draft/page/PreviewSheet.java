package tranche.portal.draft.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.draft.domain.Preview;
import tranche.portal.draft.page.DraftModel.Amount;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * How what a draft would come to is told beside its form.
 *
 * @param names of investors that the reader may know
 */
record PreviewSheet(Fund fund, DraftDesk.Looked looked, Map<UUID, String> names, Words words) {

    /** Lines that a person reads beside a form; the draft has them all. */
    static final int SHOWN = 200;

    DraftModel.Shown model() {
        Optional<Preview> preview = looked.preview();
        List<Preview.Line> lines = preview.map(Preview::lines).orElse(List.of());
        return new DraftModel.Shown(
                Optional.of(words.say("draft.preview.nothing"))
                        .filter(_ -> preview.isEmpty() && looked.refused().isEmpty()),
                looked.refused(),
                preview.map(this::notes).orElse(List.of()),
                lines.stream()
                        .limit(SHOWN)
                        .map(line -> line(line, preview.orElseThrow().total()))
                        .toList(),
                words.say("draft.preview.count", "count", lines.size()),
                preview.map(one -> amount(one.total())),
                preview.filter(Preview::addsUp)
                        .map(one -> words.say(
                                "draft.preview.adds-up", "total", words.money().full(one.total()))),
                Optional.of(lines.size() - SHOWN)
                        .filter(more -> more > 0)
                        .map(more -> words.say("draft.preview.more", "count", more)));
    }

    private List<DraftModel.Note> notes(Preview preview) {
        List<DraftModel.Note> notes = new ArrayList<>();
        if (!preview.fallsOnABusinessDay()) {
            notes.add(new DraftModel.Note(
                    words.texts()
                            .say(
                                    "draft.day.not-worked",
                                    Map.of(
                                            "day",
                                            words.dates().day(preview.due()),
                                            "where",
                                            words.say("draft.calendar."
                                                    + fund.calendar().toLowerCase(Locale.ROOT)),
                                            "next",
                                            words.dates().day(preview.businessDay()))),
                    preview.businessDay().toString()));
        }
        if (!preview.givesNotice()) {
            notes.add(new DraftModel.Note(
                    words.say(
                            "draft.day.early",
                            "days",
                            fund.noticeBusinessDays(),
                            "earliest",
                            words.dates().day(preview.earliest())),
                    preview.earliest().toString()));
        }
        return notes;
    }

    private DraftModel.Line line(Preview.Line line, Money total) {
        return new DraftModel.Line(
                Optional.ofNullable(names.get(line.investor())).orElseGet(() -> words.say("draft.investor.unknown")),
                words.money().hundredths(Share.of(line.amount(), total)),
                amount(line.amount()),
                amount(line.uncalledAfter()));
    }

    private Amount amount(Money money) {
        return new Amount(words.money().bare(money), money.plain());
    }
}
