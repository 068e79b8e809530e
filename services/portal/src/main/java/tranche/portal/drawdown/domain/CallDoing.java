package tranche.portal.drawdown.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.values.actor.Access;
import tranche.values.actor.Role;

/**
 * What a form on a call's page can do, with the roles that may. Whether the state admits it and whether it is another
 * person's to do, the service knows.
 */
public enum CallDoing {
    APPROVE("approval", "approved", Set.of(Role.APPROVER), Set.of("contentHash")),
    ISSUE("issue", "issued", Set.of(Role.FUND_MANAGER), Set.of()),
    RETURN("return", "returned", Set.of(Role.FUND_MANAGER, Role.APPROVER), Set.of("reason")),
    REOPEN("reopen", "reopened", Set.of(Role.FUND_MANAGER, Role.APPROVER), Set.of("reason")),
    CANCEL("cancellation", "called-off", Set.of(Role.FUND_MANAGER), Set.of("reason"));

    private final String command;
    private final String done;
    private final Set<Role> roles;
    private final Set<String> fields;

    CallDoing(String command, String done, Set<Role> roles, Set<String> fields) {
        this.command = command;
        this.done = done;
        this.roles = roles;
        this.fields = fields;
    }

    /** Its name in the API and in addresses. */
    public String command() {
        return command;
    }

    /** What is said of it when it is done. */
    public String done() {
        return done;
    }

    /** The members of its body. */
    public Set<String> fields() {
        return fields;
    }

    /** Whether it leads on to the next step of the call's way. */
    public boolean leads() {
        return this == APPROVE || this == ISSUE;
    }

    /** Whether it says no to what was drafted. */
    public boolean refuses() {
        return this == RETURN || this == CANCEL;
    }

    public boolean asksForReason() {
        return fields.contains("reason");
    }

    /** The command of a name. */
    public static Optional<CallDoing> of(String command) {
        return Arrays.stream(values())
                .filter(doing -> doing.command.equals(command))
                .findFirst();
    }

    /** What somebody may do to a call that admits it, in the order of the page. */
    public static List<CallDoing> of(CapitalCall call, Access access) {
        return Arrays.stream(values())
                .filter(doing -> call.allowed().contains(doing.command) && access.holds(doing.roles, call.scope()))
                .toList();
    }
}
