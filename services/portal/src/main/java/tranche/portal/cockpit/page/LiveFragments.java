package tranche.portal.cockpit.page;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Assets;
import tranche.portal.frame.page.Pages;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Target;
import tranche.portal.session.domain.Reader;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * The parts of the overview that are sent while it is watched, rendered for one reader: the caller cuts what it passes to
 * the reader's {@code Access}.
 *
 * <p>The page listens to the events {@code feed} (a line to be put before the others, with the change's place as the
 * event's id), {@code raise} (all figures anew) and {@code beat} (a sign of life, at least every 15 seconds, with no
 * meaning in its data); it asks with the query {@code topics=overview:PROGRAMME} and, to resume, {@code after=} the last
 * id it had.
 */
@Singleton
public final class LiveFragments {

    private final Pages pages;
    private final Assets assets;

    LiveFragments(Pages pages, Assets assets) {
        this.pages = pages;
        this.assets = assets;
    }

    /** The line of a change. */
    String feed(Reader reader, WhatChanged.Item item) {
        Words words = pages.words(reader);
        return pages.render("cockpit/feedline.jte", Map.of("assets", assets, "line", item.line(words)));
    }

    /** The figures of the raise. */
    public String raise(Reader reader, Programme programme, List<Ladder> ladders) {
        Optional<Money> target = programme.target().map(Target::amount);
        List<Ladder> ordered = Ladder.inOrder(ladders, programme.headline());
        MoneyWords money = MoneyWords.of(
                reader.locale(), ordered.stream().map(Ladder::currency).toList());
        Words words = Words.of(reader, money, pages.words(reader).now());
        List<RaiseFigure> figures = ordered.stream()
                .map(ladder -> RaiseFigure.of(ladder, target, words))
                .toList();
        return pages.render("cockpit/figures.jte", Map.of("words", words, "figures", figures));
    }
}
