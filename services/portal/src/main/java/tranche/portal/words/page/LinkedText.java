package tranche.portal.words.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the web addresses in it as links. A link shows the host that it leads to: the address is long, and whose it
 * is is what a reader judges a source by.
 *
 * @param parts in the order of the text, none empty
 */
public record LinkedText(List<Part> parts) {

    /** An address alone or in angle brackets, which then end it. */
    private static final Pattern ADDRESS = Pattern.compile("<(https?://[^\\s<>]+)>|(https?://[^\\s<>]+)");

    /** What ends a sentence rather than an address. */
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]'\"»”]+$");

    /** A line's end, and the semicolon behind a source's address. */
    private static final Pattern PARAGRAPH_ENDS = Pattern.compile("\\R|(?<=>) ?; ");

    /**
     * A part of the text.
     *
     * @param address where it leads, http or https; empty for plain text
     */
    public record Part(String text, Optional<String> address) {}

    public LinkedText {
        parts = List.copyOf(parts);
    }

    /** A text in which nothing is a link. */
    public static LinkedText plain(String text) {
        return new LinkedText(List.of(new Part(text, Optional.empty())));
    }

    /** A text of several lines or sources, each a paragraph. */
    public static List<LinkedText> paragraphs(String text) {
        return PARAGRAPH_ENDS
                .splitAsStream(text)
                .filter(part -> !part.isBlank())
                .map(LinkedText::of)
                .toList();
    }

    static LinkedText of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int read = 0;
        while (found.find()) {
            String address = found.group(1) != null
                    ? found.group(1)
                    : TRAILING.matcher(found.group(2)).replaceFirst("");
            Optional<String> host = host(address);
            if (host.isPresent()) {
                add(parts, text.substring(read, found.start()));
                parts.add(new Part(host.get(), Optional.of(address)));
                read = found.group(1) != null ? found.end() : found.start() + address.length();
            }
        }
        add(parts, text.substring(read));
        return new LinkedText(parts);
    }

    private static void add(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, Optional.empty()));
        }
    }

    /** The host of an address; empty where it is none that a reader could trust to lead there. */
    private static Optional<String> host(String address) {
        try {
            URI uri = new URI(address);
            return Optional.ofNullable(uri.getHost()).filter(_ -> uri.getUserInfo() == null);
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }
}
