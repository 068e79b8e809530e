package tranche.portal.reference.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph of the document: plain words, words that are {@code `code`}, and words that are {@code **strong**}. The
 * document is written for editors of code; on a page its apostrophes are set as they are in print, but not those in code.
 */
public record Prose(List<Span> spans) {

    /** How a piece of a paragraph is set. */
    public enum Style {
        PLAIN,
        CODE,
        STRONG
    }

    /** A piece of a paragraph. */
    public record Span(String text, Style style) {}

    public static final Prose NONE = new Prose(List.of());

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'");

    private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

    public Prose {
        spans = List.copyOf(spans);
    }

    public static Prose of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int end = 0;
        while (marked.find()) {
            plain(text.substring(end, marked.start()), spans);
            String code = marked.group(1);
            String strong = marked.group(2);
            if (code != null) {
                spans.add(new Span(code, Style.CODE));
            } else if (strong != null) {
                spans.add(new Span(set(strong), Style.STRONG));
            }
            end = marked.end();
        }
        plain(text.substring(end), spans);
        return new Prose(spans);
    }

    /** A line of the document without marks, as it is set on a page. */
    public static String set(String line) {
        return APOSTROPHE.matcher(line).replaceAll("’");
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(set(text), Style.PLAIN));
        }
    }
}
