package tranche.portal.words.page;

import gg.jte.Content;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tranche.portal.session.domain.Reader;

/**
 * All that a template needs to say something to one reader.
 *
 * @param texts sentences
 * @param money amounts
 * @param dates dates and times
 * @param now the instant at which the page is made
 */
public record Words(Texts texts, MoneyWords money, DateWords dates, Instant now) {

    /** For a page on which the US dollar is the only dollar. */
    public static Words of(Reader reader, Instant now) {
        return of(reader, MoneyWords.of(reader.locale()), now);
    }

    /** For a page with its own way to write amounts. */
    public static Words of(Reader reader, MoneyWords money, Instant now) {
        return new Words(Texts.of(reader.locale()), money, DateWords.of(reader.locale(), reader.zone()), now);
    }

    public String say(String key) {
        return texts.say(key);
    }

    public String say(String key, String gap, Object value) {
        return texts.say(key, gap, value);
    }

    public String say(String key, String gap, Object value, String gap2, Object value2) {
        return texts.say(key, gap, value, gap2, value2);
    }

    /** A sentence whose text carries markup (only {@code <b>}); what fills its gaps is escaped. */
    public Content rich(String key, Map<String, ?> gaps) {
        Map<String, Object> escaped = new HashMap<>();
        gaps.forEach((gap, value) -> escaped.put(gap, value instanceof String text ? escape(text) : value));
        String html = texts.say(key, escaped);
        return output -> output.writeContent(html);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
