package tranche.portal.founding.domain;

import java.util.List;
import tranche.values.actor.Role;

/**
 * An account of the demo: one for each role, one that verifies and approves so that D-2 can be seen, and two that make and
 * check the import of the demo's own data.
 *
 * @param username also its name in {@code demo-accounts.json}
 * @param name what it is called on pages
 * @param roles what it may do; {@code investor} is bound to one investor, all others reach the whole deployment
 */
public record DemoAccount(String username, String name, List<Role> roles) {

    /** All of them, in the order of the sign-in page: whoever tries the demo begins as the manager. */
    public static final List<DemoAccount> ALL = List.of(
            new DemoAccount("fund-manager", "Fund manager", List.of(Role.FUND_MANAGER)),
            new DemoAccount("approver", "Approver", List.of(Role.APPROVER)),
            new DemoAccount("investor", "Investor", List.of(Role.INVESTOR)),
            new DemoAccount("site-reporter", "Site reporter", List.of(Role.SITE_REPORTER)),
            new DemoAccount("verifier", "Verifier", List.of(Role.VERIFIER)),
            new DemoAccount("verifier-approver", "Verifier and approver", List.of(Role.VERIFIER, Role.APPROVER)),
            new DemoAccount("stakeholder", "Stakeholder", List.of(Role.STAKEHOLDER)),
            new DemoAccount("auditor", "Auditor", List.of(Role.AUDITOR)),
            new DemoAccount("admin", "Administrator", List.of(Role.ADMIN)),
            new DemoAccount("import-maker", "Import maker", List.of(Role.FUND_MANAGER)),
            new DemoAccount("import-checker", "Import checker", List.of(Role.APPROVER)));

    public DemoAccount {
        roles = List.copyOf(roles);
    }
}
