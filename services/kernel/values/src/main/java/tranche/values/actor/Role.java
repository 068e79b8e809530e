package tranche.values.actor;

import java.util.Locale;
import java.util.Set;

/** What a grant lets its holder do; the tests {@code AccessByRoleTest} have the matrix of roles and operations. */
public enum Role {
    ADMIN,
    FUND_MANAGER,
    APPROVER,
    INVESTOR,
    SITE_REPORTER,
    VERIFIER,
    STAKEHOLDER,
    AUDITOR;

    /** Who sees an object of its scope whole, with what waits for a second person. */
    public static final Set<Role> STAFF = Set.of(FUND_MANAGER, APPROVER, AUDITOR);

    /** The name on the wire, for instance {@code fund-manager}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The role of a name on the wire.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
