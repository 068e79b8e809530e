package tranche.portal.cockpit.page;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Assets;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;

/**
 * The parts of the overview that are sent while it is watched, rendered for one visitor from what was read for that one.
 *
 * <p>The page listens to the events {@code feed} (a line to be put before the others), {@code part} (parts of the page anew,
 * each to be put where its id is) and {@code beat} (a sign of life, at least every 15 seconds, with no meaning in its data). The
 * id of an event says what the page has with it ({@link ToldOverview}). It asks with the query {@code topics=overview:PROGRAMME},
 * with {@code seen=} the mark of what it showed when it was made and, to resume, {@code after=} the last id it had.
 */
@Singleton
final class LiveFragments {

    private final Pages pages;
    private final Assets assets;

    LiveFragments(Pages pages, Assets assets) {
        this.pages = pages;
        this.assets = assets;
    }

    /** When a page of this reader would be made now. */
    Instant now(Reader reader) {
        return pages.words(reader).now();
    }

    /** The line of a change. */
    String feed(Reader reader, WhatChanged.Item item) {
        Words words = pages.words(reader);
        return pages.render("cockpit/feedline.jte", Map.of("assets", assets, "line", item.line(words)));
    }

    /** Every part of an overview. */
    Map<OverviewPart, String> parts(Visitor visitor, Overview overview) {
        Words words = Words.of(
                visitor.reader(), MoneyWords.of(visitor.locale(), overview.currencies()), now(visitor.reader()));
        Frame frame = Frame.open(
                words,
                assets,
                visitor.reader(),
                Optional.of(visitor),
                overview.programme().name(),
                "");
        OverviewModel model = overview.model(frame, visitor);
        Map<OverviewPart, String> parts = new EnumMap<>(OverviewPart.class);
        for (OverviewPart part : OverviewPart.values()) {
            parts.put(part, pages.render(part.template(), Map.of("model", model, "live", true)));
        }
        return parts;
    }
}
