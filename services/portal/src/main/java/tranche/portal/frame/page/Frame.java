package tranche.portal.frame.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tranche.portal.founding.DemoProgress;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;

/**
 * What stands around the content of a page.
 *
 * @param visitor who is signed in; empty where a page that anybody may open is opened by nobody who is
 * @param title the page's name, also that of the browser's tab
 * @param crumbs the way to the page, itself last
 * @param current the entry of the menu under which the page stands
 * @param address path and query of the page, to come back to after a switch of language or theme
 * @param sample whether what the page shows is made up, which it then says
 * @param said what a form has just done, to be told once
 * @param live the address of the stream that the page follows; empty where it follows none
 * @param counts what waits for the visitor
 * @param loading how far the demo's data has come in; empty where none is coming
 * @param contentOnly whether an open page asks for its content anew, to change in place what has changed
 */
public record Frame(
        Words words,
        Assets assets,
        Reader reader,
        Optional<Visitor> visitor,
        String title,
        List<Crumb> crumbs,
        Optional<MenuEntry> current,
        String address,
        boolean sample,
        Optional<String> said,
        Optional<String> live,
        Counts counts,
        Optional<DemoProgress.Progress> loading,
        boolean contentOnly) {

    /** The topic of a page that follows nothing but what waits for its reader. */
    public static final String COUNTS = "counts";

    public Frame {
        crumbs = List.copyOf(crumbs);
    }

    /** A page that everybody may open: with a menu only for whoever is signed in. */
    public static Frame open(
            Words words, Assets assets, Reader reader, Optional<Visitor> visitor, String title, String address) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                title,
                List.of(Crumb.here(title)),
                Optional.empty(),
                address,
                false,
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                Optional.empty(),
                false);
    }

    public Frame titled(String name, List<Crumb> way) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                name,
                way,
                current,
                address,
                sample,
                said,
                live,
                counts,
                loading,
                contentOnly);
    }

    public Frame marked(boolean made) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                title,
                crumbs,
                current,
                address,
                made,
                said,
                live,
                counts,
                loading,
                contentOnly);
    }

    public Frame following(String stream) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                title,
                crumbs,
                current,
                address,
                sample,
                said,
                Optional.of(stream),
                counts,
                loading,
                contentOnly);
    }

    /** With what waits for the visitor. */
    public Frame counting(Counts waiting) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                title,
                crumbs,
                current,
                address,
                sample,
                said,
                live,
                waiting,
                loading,
                contentOnly);
    }

    public Frame with(Words words) {
        return new Frame(
                words,
                assets,
                reader,
                visitor,
                title,
                crumbs,
                current,
                address,
                sample,
                said,
                live,
                counts,
                loading,
                contentOnly);
    }

    /** The address of the one stream of the page: what it follows and what waits, or what waits alone. */
    public String stream() {
        return live.orElse("/live?topics=" + COUNTS);
    }

    /** The number beside an entry of the menu; empty where nothing waits there. */
    public Optional<Counts.Mark> mark(MenuEntry entry) {
        return counts.mark(entry, words);
    }

    /** The number beside the button that opens the other entries on a phone: that of whichever has one. */
    public Optional<Counts.Mark> markBehind() {
        return visitor.stream()
                .flatMap(one -> MenuEntry.behind(one).stream())
                .flatMap(entry -> mark(entry).stream())
                .findFirst();
    }

    public String say(String key) {
        return words.say(key);
    }

    /** The language for {@code lang}. */
    public String language() {
        return reader.locale().getLanguage();
    }

    /** The language that the switch offers, and its name in itself. */
    public Locale otherLanguage() {
        return reader.readsFrench() ? Locale.ENGLISH : Locale.FRENCH;
    }

    /** The zone of all times on the page, as people know it. */
    public String zone() {
        return Zones.name(reader.zone(), reader.locale());
    }

    /** The theme for the markup; empty while it follows the system. */
    public Optional<String> theme() {
        return reader.theme() == Theme.SYSTEM
                ? Optional.empty()
                : Optional.of(reader.theme().code());
    }

    /** The first letters of the visitor's names, at most two. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (String name : visitor.map(Visitor::displayName).orElse("").trim().split("\\s+", -1)) {
            if (!name.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(name.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
