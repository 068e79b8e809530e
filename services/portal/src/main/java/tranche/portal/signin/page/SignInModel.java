package tranche.portal.signin.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.values.actor.Role;

/**
 * The sign-in page ({@code signin/signin.jte}). Its form posts {@code username}, {@code password} and {@code back} to
 * {@code /signin}; a demo account's button posts {@code demo}, its user name, and {@code back}.
 *
 * @param failed whether a sign-in has just been refused; the page never says which of the two was wrong
 * @param username what was typed before
 * @param back where to go afterwards: path and query of this portal
 * @param typed into a form that comes back after signing in; empty where there is none
 * @param demo the accounts of a demo, in the order of the page; empty otherwise
 */
public record SignInModel(
        Frame frame,
        boolean failed,
        Optional<String> username,
        String back,
        Map<String, String> typed,
        List<DemoAccount> demo) {

    public SignInModel {
        demo = List.copyOf(demo);
    }

    /**
     * An account of the demo.
     *
     * @param name what the account is called
     * @param sentence what it does
     * @param roles what it may do; the first gives the icon
     */
    public record DemoAccount(String username, String name, String sentence, List<Role> roles) {
        public DemoAccount {
            roles = List.copyOf(roles);
        }

        public String icon() {
            return switch (roles.isEmpty() ? Role.STAKEHOLDER : roles.getFirst()) {
                case ADMIN -> "key";
                case FUND_MANAGER -> "stack-2";
                case APPROVER -> "checks";
                case INVESTOR -> "coins";
                case SITE_REPORTER -> "building-bank";
                case VERIFIER -> "shield-check";
                case STAKEHOLDER -> "users";
                case AUDITOR -> "history";
            };
        }
    }
}
