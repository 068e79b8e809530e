package tranche.web.table;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running what somebody typed in: a text that begins like a formula, even behind quotes,
 * blanks and marks that are not seen, gets an apostrophe in front, which a spreadsheet takes as "this is text".
 */
public final class Formulas {

    private static final Pattern DANGEROUS = Pattern.compile(
            "['\" \\u00A0\\u200B-\\u200F\\u2060\\uFEFF]*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private Formulas() {}

    public static String defuse(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** The text that was defused: what an import of our own file reads. */
    public static String restore(String text) {
        return text.startsWith("'") && isDangerous(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isDangerous(String text) {
        return DANGEROUS.matcher(text).matches();
    }
}
