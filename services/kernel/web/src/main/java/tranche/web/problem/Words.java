package tranche.web.problem;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in the languages that the product speaks.
 *
 * @param english {@code {name}} stands for the fact of that name
 * @param french likewise
 */
public record Words(String english, String french) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    /** The sentence with its facts; a fact that is not there leaves its name in braces. */
    public String in(Locale language, Map<String, Object> facts) {
        String sentence = language.getLanguage().equals("fr") ? french : english;
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(fact(facts.get(place.group(1)), place.group())));
    }

    private static String fact(@Nullable Object value, String otherwise) {
        return switch (value) {
            case null -> otherwise;
            case Iterable<?> items -> {
                StringBuilder list = new StringBuilder();
                items.forEach(item -> list.append(list.isEmpty() ? "" : ", ").append(item));
                yield list.toString();
            }
            default -> value.toString();
        };
    }
}
