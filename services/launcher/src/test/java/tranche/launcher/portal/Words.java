package tranche.launcher.portal;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tranche.portal.words.page.Texts;

/** The words on a page, and those that only one of the two languages has. */
final class Words {

    static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    static final Texts FRENCH = Texts.of(Locale.FRENCH);

    static final Set<String> ONLY_ENGLISH = only(ENGLISH, FRENCH);
    static final Set<String> ONLY_FRENCH = only(FRENCH, ENGLISH);

    private static final String PIECES = """
            () => {
              const pieces = [];
              const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              const foreign = element => element.closest("[lang]") !== document.documentElement;
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (!foreign(node.parentElement)) pieces.push(node.textContent.trim());
              }
              for (const element of document.querySelectorAll("*")) {
                if (foreign(element)) continue;
                for (const name of ["aria-label", "title", "placeholder", "data-on", "data-one", "data-other"]) {
                  if (element.hasAttribute(name)) pieces.push(element.getAttribute(name).trim());
                }
              }
              return pieces.filter(Boolean);
            }
            """;

    private Words() {}

    /**
     * Every text and every text that is read aloud or shown on pointing, in pieces as they stand in the markup, without
     * what the page marks as being in another language.
     */
    @SuppressWarnings("unchecked") // the script answers a list of texts
    static List<String> on(Page page) {
        return (List<String>) page.evaluate(PIECES);
    }

    private static Set<String> only(Texts one, Texts other) {
        Set<String> others = other.keys().stream().map(other::say).collect(Collectors.toSet());
        // What an account of the demo is called also stands where its holder's name does.
        Set<String> names = one.keys().stream()
                .filter(key -> key.startsWith("session.demo."))
                .map(one::say)
                .collect(Collectors.toSet());
        return one.keys().stream()
                .map(one::say)
                .filter(sentence -> !others.contains(sentence) && !names.contains(sentence))
                // The switch to the other language speaks that language.
                .filter(sentence -> !sentence.equals(one.say("frame.other-language")))
                .collect(Collectors.toSet());
    }
}
