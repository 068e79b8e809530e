package tranche.portal.account.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a password good enough: its length, and that it is not what everybody would try first. Any characters are
 * taken; none are asked for (NIST SP 800-63B).
 */
public final class PasswordRule {

    /** Fewest characters (Unicode code points). */
    public static final int SHORTEST = 12;

    /** Most characters: a sentence fits; hashing more would be work that anybody could ask for. */
    public static final int LONGEST = 256;

    /** Fewer different characters than this are a pattern, not a password. */
    private static final int FEWEST_DIFFERENT = 5;

    /** A shorter name proves nothing when it is found inside a password. */
    private static final int NAME_COUNTS_FROM = 4;

    /** What people and guessing programs try first, in lower case. */
    private static final List<String> TRIED_FIRST = List.of(
            "tranche",
            "password",
            "passwort",
            "motdepasse",
            "qwerty",
            "azerty",
            "letmein",
            "welcome",
            "iloveyou",
            "123456789",
            "abcdefgh",
            "changeme",
            "administrator");

    /** Why a password is not taken; the first that holds is told. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        TRIED_FIRST,
        CONTAINS_NAME,
        TOO_FEW_CHARACTERS
    }

    private PasswordRule() {}

    /**
     * What is wrong with a password; empty if it is good.
     *
     * @param names the account's username and its holder's name
     */
    public static Optional<Weakness> weakness(String password, List<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String plain = plain(password);
        // What is left when the well-known part is taken away must still be worth something.
        if (TRIED_FIRST.stream()
                .anyMatch(word -> plain.contains(word) && plain.length() - word.length() < SHORTEST / 2)) {
            return Optional.of(Weakness.TRIED_FIRST);
        }
        if (names.stream().map(PasswordRule::plain).anyMatch(name -> contains(plain, name))) {
            return Optional.of(Weakness.CONTAINS_NAME);
        }
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of(Weakness.TOO_FEW_CHARACTERS);
        }
        return Optional.empty();
    }

    private static boolean contains(String password, String name) {
        return name.length() >= NAME_COUNTS_FROM
                && password.contains(name)
                && password.length() - name.length() < SHORTEST / 2;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
