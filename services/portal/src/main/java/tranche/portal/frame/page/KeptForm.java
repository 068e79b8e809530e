package tranche.portal.frame.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was typed into a form whose session had ended: it is carried through the sign-in page and shown again on its own
 * page, where nothing is done before its button is pressed anew.
 */
public final class KeptForm {

    /** Before the name of a field on the way through the sign-in page. */
    private static final String CARRIED = "kept.";

    /** The field that asks a page to show the form and to do nothing. */
    private static final String MARK = "kept";

    /** What belongs to the former session and page, or is nobody's to carry. */
    private static final Set<String> LEFT = Set.of("csrf", "once", "version", "contentHash", "password", MARK);

    /** More than the longest form has, that of an endpoint with a box for each kind of alert. */
    private static final int MOST_FIELDS = 40;

    private KeptForm() {}

    /** What of a form was typed by a person. */
    public static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (!LEFT.contains(name) && !value.isBlank() && typed.size() < MOST_FIELDS) {
                typed.put(name, value);
            }
        });
        return typed;
    }

    /** What the sign-in form carries along. */
    public static Map<String, String> carried(Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(CARRIED)) {
                typed.put(name.substring(CARRIED.length()), value);
            }
        });
        return typed(typed);
    }

    /** The name of a field while the sign-in form carries it. */
    public static String carrying(String field) {
        return CARRIED + field;
    }

    /** The name of the field that asks a page to show the form and to do nothing. */
    public static String mark() {
        return MARK;
    }

    /** Whether the form comes back from the sign-in page. */
    public static boolean isKept(Map<String, String> form) {
        return form.containsKey(MARK);
    }
}
