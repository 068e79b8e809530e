package tranche.portal.manners;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static tranche.values.actor.Role.ADMIN;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.AUDITOR;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.manners.Counter.Reply;
import tranche.values.actor.Role;

/**
 * Every operation, tried as every role on its own account, grant, key and proposal and on somebody else's. Each is asked
 * with a body that nobody takes, so that whoever is let in is told what is wrong with it and changes nothing.
 */
class AccessByRoleTest {

    private static final String WRONG = "{\"colour\": \"red\"}";

    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> NOBODY = Set.of();
    private static final Set<Role> ADMINS = Set.of(ADMIN);
    private static final Set<Role> SEE_ACCOUNTS = Set.of(ADMIN, APPROVER, AUDITOR);
    private static final Set<Role> SEE_KEYS = Set.of(ADMIN, AUDITOR);

    /**
     * One operation of the portal.
     *
     * @param ownLet who is let in to what is its own; all others are forbidden, for everybody is shown that
     * @param seen who is shown what is another's: all others are told that it is not there
     * @param let who is let in to it
     */
    private record Operation(String name, Set<Role> ownLet, Set<Role> seen, Set<Role> let) {

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path(Objects objects) {
            String path = name.substring(name.indexOf(' ') + 1)
                    .replaceFirst("^/accounts/\\{(id|account)}", "/accounts/" + objects.account())
                    .replaceFirst("^/grants/\\{id}", "/grants/" + objects.grant())
                    .replaceFirst("^/api-keys/\\{id}", "/api-keys/" + objects.key())
                    .replaceFirst("^/approvals/\\{id}", "/approvals/" + objects.proposal())
                    .replaceFirst("^/dead-letters/\\{id}", "/dead-letters/" + objects.letter());
            return path.matches("/(approvals|audit|dead-letters).*") ? path + "?service=portal" : path;
        }

        boolean isOfAnObject() {
            return name.contains("{");
        }
    }

    private record Objects(String account, String grant, String key, String proposal, UUID letter) {}

    /** A list, or a place where things are made: it is there for everybody. */
    private static Operation list(String name, Set<Role> let) {
        return new Operation(name, let, ALL, let);
    }

    private static Operation of(String name, Set<Role> ownLet, Set<Role> seen, Set<Role> let) {
        return new Operation(name, ownLet, seen, let);
    }

    private static final List<Operation> OPERATIONS = List.of(
            list("GET /accounts", ALL),
            list("POST /accounts", ADMINS),
            of("GET /accounts/{id}", ALL, SEE_ACCOUNTS, SEE_ACCOUNTS),
            // Nobody shuts the own account, gives it a new way in or adds to its rights, an administrator neither.
            of("POST /accounts/{id}/disable", NOBODY, SEE_ACCOUNTS, ADMINS),
            of("POST /accounts/{id}/invitation", NOBODY, SEE_ACCOUNTS, ADMINS),
            of("POST /accounts/{id}/link-person", ADMINS, SEE_ACCOUNTS, ADMINS),
            of("POST /accounts/{account}/grants", NOBODY, SEE_ACCOUNTS, ADMINS),
            list("GET /grants", ALL),
            of("GET /grants/{id}", ALL, SEE_ACCOUNTS, SEE_ACCOUNTS),
            of("POST /grants/{id}/withdrawal", NOBODY, SEE_ACCOUNTS, ADMINS),
            list("GET /api-keys", ALL),
            list("POST /api-keys", ALL),
            of("GET /api-keys/{id}", ALL, SEE_KEYS, SEE_KEYS),
            of("POST /api-keys/{id}/revocation", ALL, SEE_KEYS, ADMINS),
            list("GET /approvals", ALL),
            of("GET /approvals/{id}", ALL, SEE_ACCOUNTS, SEE_ACCOUNTS),
            of("POST /approvals/{id}/approval", NOBODY, SEE_ACCOUNTS, Set.of(ADMIN, APPROVER)),
            of("POST /approvals/{id}/rejection", NOBODY, SEE_ACCOUNTS, Set.of(ADMIN, APPROVER)),
            list("GET /audit/events", Set.of(AUDITOR)),
            list("GET /audit/heads", Set.of(AUDITOR)),
            list("GET /dead-letters", ADMINS),
            of("GET /dead-letters/{id}", ADMINS, ADMINS, ADMINS),
            of("POST /dead-letters/{id}/replay", ADMINS, ADMINS, ADMINS));

    private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);
    private static final Map<Role, Objects> OWN = new EnumMap<>(Role.class);

    private static Counter counter;
    private static String nobodys;
    private static Objects foreign;

    @BeforeAll
    static void start() {
        counter = new Counter();
        UUID letter = counter.deadLetter();
        for (Role role : Role.values()) {
            String username = "own." + role.code();
            String account = counter.account(username);
            String grant = role == Role.INVESTOR ? investors(account) : counter.given(account, role.code());
            KEYS.put(role, counter.portal.keyOf(username));
            OWN.put(role, objects(account, grant, key(role), letter));
        }
        String account = counter.account("foreign");
        foreign = objects(account, counter.given(account, "site-reporter"), counter.portal.keyOf("foreign"), letter);
        counter.account("nobody");
        nobodys = counter.portal.keyOf("nobody");
    }

    @AfterAll
    static void stop() {
        counter.close();
    }

    private static Objects objects(String account, String grant, String key, UUID letter) {
        String proposal = counter.post(
                        counter.key(Counter.ADMIN),
                        "/accounts/" + account + "/grants",
                        "{\"role\": \"stakeholder\", \"scope\": {\"fundId\": \"" + UUID.randomUUID() + "\"}}")
                .text("approvalId");
        return new Objects(account, grant, counter.keyMadeWith(key), proposal, letter);
    }

    /** An investor's role reaches one investor. */
    private static String investors(String account) {
        Reply awaiting = counter.post(
                counter.key(Counter.ADMIN),
                "/accounts/" + account + "/grants",
                "{\"role\": \"investor\", \"scope\": {\"investorId\": \"" + UUID.randomUUID() + "\"}}");
        String id = awaiting.text("approvalId");
        counter.post(counter.key(Counter.APPROVER), "/approvals/" + id + "/approval", Counter.content(awaiting));
        return id;
    }

    private static String key(Role role) {
        return requireNonNull(KEYS.get(role));
    }

    private static Objects own(Role role) {
        return requireNonNull(OWN.get(role));
    }

    private static String outcome(Operation operation, String key, Objects objects) {
        boolean reads = operation.method().equals("GET");
        Reply reply = counter.send(key, operation.method(), operation.path(objects), reads ? "" : WRONG);
        return switch (reply.status()) {
            case 200 -> reads ? "let in" : "done";
            case 409, 412, 422 -> "let in";
            case 403 -> "forbidden";
            case 404 -> "not found";
            default -> reply.raw().body();
        };
    }

    private static String expected(Set<Role> seen, Set<Role> let, Role role) {
        if (!seen.contains(role)) {
            return "not found";
        }
        return let.contains(role) ? "let in" : "forbidden";
    }

    @Test
    void the_table_has_every_operation_of_the_portal() {
        Set<String> named = OPERATIONS.stream().map(Operation::name).collect(toCollection(TreeSet::new));

        assertThat(named).isEqualTo(counter.portal.operations());
    }

    @Test
    void everybody_is_shown_what_is_its_own() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                // Dead letters are nobody's own.
                Set<Role> seen = operation.name().contains("/dead-letters/") ? operation.seen() : ALL;
                all.assertThat(outcome(operation, key(role), own(role)))
                        .as(operation.name() + " as " + role.code() + " on its own")
                        .isEqualTo(expected(seen, operation.ownLet(), role));
            }
        }
        all.assertAll();
    }

    @Test
    @DisplayName("R11: what is another's is shown and let to the roles that have to do with accounts")
    void grants_decide_every_row() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                all.assertThat(outcome(operation, key(role), foreign))
                        .as(operation.name() + " as " + role.code() + " on a foreign one")
                        .isEqualTo(expected(operation.seen(), operation.let(), role));
            }
        }
        all.assertAll();
    }

    @Test
    void an_account_without_a_grant_is_shown_nothing_of_others() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            if (operation.isOfAnObject()) {
                all.assertThat(outcome(operation, nobodys, foreign))
                        .as(operation.name())
                        .isEqualTo("not found");
            }
        }
        all.assertAll();
    }

    @Test
    void a_list_shows_each_role_its_own_and_of_others_only_what_it_may_read() {
        SoftAssertions all = new SoftAssertions();
        for (Role role : Role.values()) {
            Objects own = own(role);
            shown(all, role, "/accounts", SEE_ACCOUNTS, own.account(), foreign.account());
            shown(all, role, "/grants", SEE_ACCOUNTS, own.grant(), foreign.grant());
            shown(all, role, "/api-keys", SEE_KEYS, own.key(), foreign.key());
            shown(all, role, "/approvals?service=portal", SEE_ACCOUNTS, own.proposal(), foreign.proposal());
        }
        all.assertAll();
    }

    @Test
    @DisplayName(
            "reliability §9.3: a fund's administrator, approver or auditor sees who and what has to do with the fund")
    void within_a_scope_only_what_is_granted_there_is_shown() {
        String fund = UUID.randomUUID().toString();
        String holder = counter.account("holder." + fund);
        String inside = within(holder, "site-reporter", fund);
        String outside = within(holder, "site-reporter", UUID.randomUUID().toString());
        String bare = counter.account("bare." + fund);
        SoftAssertions all = new SoftAssertions();
        for (Role role : SEE_ACCOUNTS) {
            String reader = counter.account(role.code() + "." + fund);
            within(reader, role.code(), fund);
            String key = counter.portal.keyOf(role.code() + "." + fund);
            for (String form : List.of("application/json", "text/csv")) {
                String accounts = listed(key, "/accounts?limit=500", form);
                all.assertThat(accounts).as(role.code()).contains(reader, holder);
                all.assertThat(accounts).as(role.code()).doesNotContain(foreign.account(), bare);
                String grants = listed(key, "/grants?limit=500", form);
                all.assertThat(grants).as(role.code()).contains(inside).doesNotContain(foreign.grant(), outside);
                String proposals = listed(key, "/approvals?service=portal&limit=500", form);
                all.assertThat(proposals).as(role.code()).contains(inside).doesNotContain(foreign.proposal(), outside);
                all.assertThat(listed(key, "/api-keys?limit=500", form)).doesNotContain(foreign.key());
            }
            all.assertThat(status(key, "/accounts/" + holder)).isEqualTo(200);
            all.assertThat(status(key, "/grants/" + inside)).isEqualTo(200);
            all.assertThat(status(key, "/approvals/" + inside + "?service=portal"))
                    .isEqualTo(200);
            all.assertThat(status(key, "/accounts/" + bare)).isEqualTo(404);
            all.assertThat(status(key, "/accounts/" + foreign.account())).isEqualTo(404);
            all.assertThat(status(key, "/grants/" + outside)).isEqualTo(404);
            all.assertThat(status(key, "/approvals/" + outside + "?service=portal"))
                    .isEqualTo(404);
        }
        all.assertThat(listed(counter.key(Counter.APPROVER), "/accounts?limit=500", "application/json"))
                .contains(holder, foreign.account())
                .doesNotContain(bare);
        all.assertAll();
    }

    /** A grant within a fund: its id. */
    private static String within(String account, String role, String fund) {
        Reply awaiting = counter.post(
                counter.key(Counter.ADMIN),
                "/accounts/" + account + "/grants",
                "{\"role\": \"" + role + "\", \"scope\": {\"fundId\": \"" + fund + "\"}}");
        String id = awaiting.text("approvalId");
        counter.post(counter.key(Counter.APPROVER), "/approvals/" + id + "/approval", Counter.content(awaiting));
        return id;
    }

    private static String listed(String key, String path, String form) {
        return counter.get(key, path, "Accept", form).raw().body();
    }

    private static int status(String key, String path) {
        return counter.get(key, path).status();
    }

    private static void shown(SoftAssertions all, Role role, String list, Set<Role> seen, String mine, String theirs) {
        String page = list + (list.contains("?") ? "&" : "?") + "limit=500";
        for (String form : List.of("application/json", "text/csv")) {
            String body = counter.get(key(role), page, "Accept", form).raw().body();
            all.assertThat(body).as(list + " as " + role.code()).contains(mine);
            all.assertThat(body.contains(theirs))
                    .as(list + " as " + role.code())
                    .isEqualTo(seen.contains(role));
        }
    }
}
