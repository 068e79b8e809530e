package tranche.portal.signin.page;

import java.util.Optional;
import tranche.portal.account.domain.PasswordRule;
import tranche.portal.account.domain.PasswordRule.Weakness;
import tranche.portal.frame.page.Frame;

/**
 * The page behind a one-time link ({@code signin/password.jte}). Its form posts {@code password} to its own address.
 *
 * @param username whose password is set; empty where the link opens nothing any more
 * @param weakness what is wrong with the password that was sent; empty where none was sent yet
 */
public record PasswordModel(Frame frame, Optional<String> username, Optional<Weakness> weakness) {

    /** Fewest characters that are taken. */
    public int shortest() {
        return PasswordRule.SHORTEST;
    }

    /** Most characters that are taken. */
    public int longest() {
        return PasswordRule.LONGEST;
    }

    /** The key of the sentence about a weakness. */
    public static String text(Weakness weakness) {
        return switch (weakness) {
            case TOO_SHORT -> "session.weak.too-short";
            case TOO_LONG -> "session.weak.too-long";
            case TRIED_FIRST -> "session.weak.tried-first";
            case CONTAINS_NAME -> "session.weak.contains-name";
            case TOO_FEW_CHARACTERS -> "session.weak.too-few-characters";
        };
    }
}
