package tranche.commitments.manners;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static tranche.values.actor.Role.ADMIN;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;
import static tranche.values.actor.Role.SITE_REPORTER;
import static tranche.values.actor.Role.STAKEHOLDER;
import static tranche.values.actor.Role.VERIFIER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.document.DocumentFixtures;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * Every operation, tried as every role on an object of its own and on a foreign one. Each is asked with a body that nobody
 * takes, so that whoever is let in is told what is wrong with it and changes nothing.
 */
class AccessByRoleTest {

    private static final String WRONG = "{\"colour\": \"red\"}";

    private static final Set<Role> NOBODY = Set.of();
    private static final Set<Role> STAFF = Set.of(FUND_MANAGER, APPROVER, AUDITOR);
    private static final Set<Role> INVESTED = Set.of(FUND_MANAGER, APPROVER, AUDITOR, INVESTOR);
    private static final Set<Role> PUBLIC =
            Set.of(FUND_MANAGER, APPROVER, AUDITOR, INVESTOR, STAKEHOLDER, VERIFIER, SITE_REPORTER);
    private static final Set<Role> ALL = Set.of(Role.values());

    /**
     * One operation of the service.
     *
     * @param seen who is shown the object: all others are told that it is not there
     * @param ownLet who is let in by a grant that reaches no further than the object's fund, or investor
     * @param allLet who is let in by a grant for the whole deployment
     */
    private record Operation(String name, Set<Role> seen, Set<Role> ownLet, Set<Role> allLet) {

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path(Objects objects) {
            return name.substring(name.indexOf(' ') + 1)
                    .replaceFirst("^/commitments/\\{id}", "/commitments/" + objects.commitment())
                    .replaceFirst("^/tranches/\\{id}", "/tranches/" + objects.tranche())
                    .replaceFirst("^/capital-calls/\\{id}", "/capital-calls/" + objects.call())
                    .replaceFirst("^/receipts/\\{id}", "/receipts/" + objects.receipt())
                    .replaceFirst("^/investments/\\{id}", "/investments/" + objects.investment())
                    .replaceFirst("^/closings/\\{id}", "/closings/" + objects.closing())
                    .replaceFirst("^/funds/\\{id}", "/funds/" + objects.fund())
                    .replaceFirst("^/investors/\\{id}", "/investors/" + objects.investor())
                    .replaceFirst("^/programmes/\\{id}", "/programmes/" + objects.programme())
                    .replaceFirst("^/(imports|approvals)/\\{id}", "/$1/" + objects.proposal())
                    .replaceFirst("^/documents/\\{sha256}", "/documents/" + objects.document())
                    .replaceFirst("^/imports$", "/imports?kind=investors")
                    .replaceFirst("^/journal$", "/journal?fundId=" + objects.fund())
                    .replaceFirst("^/forecasts$", "/forecasts?fundId=" + objects.fund())
                    .replaceFirst("^/bank-accounts/\\{id}", "/bank-accounts/" + objects.account())
                    .replace("{lineId}", objects.line().toString())
                    .replace("/notices/{sha256}", "/notices/" + "0".repeat(64))
                    .replace("{id}", UUID.randomUUID().toString());
        }

        String[] headers() {
            String type = switch (name) {
                case "POST /imports" -> "text/csv";
                case "POST /documents" -> DocumentFixtures.FORM;
                default -> "application/json";
            };
            return new String[] {"Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", type};
        }

        byte[] body() {
            String json = method().equals("GET") ? "" : WRONG;
            return name.equals("POST /documents")
                    ? DocumentFixtures.formOf("colour", "red")
                    : DocumentFixtures.bytes(json);
        }

        boolean isOfAnObject() {
            return (name.contains("{") && !name.startsWith("GET /notices/")) || name.equals("GET /journal");
        }
    }

    private record Objects(
            UUID programme,
            UUID fund,
            UUID investor,
            UUID commitment,
            UUID closing,
            UUID tranche,
            UUID call,
            UUID line,
            UUID account,
            UUID receipt,
            UUID investment,
            UUID proposal,
            String document) {}

    private static Operation read(String path, Set<Role> seen) {
        return new Operation("GET " + path, seen, seen, seen);
    }

    private static Operation write(String name, Set<Role> seen, Set<Role> let) {
        return new Operation(name, seen, let, let);
    }

    /** A list, a search or a place where things are made: it is there for everybody. */
    private static Operation made(String name, Set<Role> ownLet, Set<Role> allLet) {
        return new Operation(name, ALL, ownLet, allLet);
    }

    private static final List<Operation> OPERATIONS = List.of(
            made("GET /programmes", ALL, ALL),
            made("POST /programmes", NOBODY, Set.of(FUND_MANAGER)),
            read("/programmes/{id}", PUBLIC),
            made("GET /funds", ALL, ALL),
            made("POST /funds", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/funds/{id}", INVESTED),
            write("POST /funds/{id}/change-terms", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /funds/{id}/stop-subscriptions", INVESTED, Set.of(FUND_MANAGER)),
            read("/funds/{id}/balances", INVESTED),
            // An investor finds the account on its notice.
            new Operation("GET /funds/{id}/bank-accounts", INVESTED, STAFF, STAFF),
            write("POST /funds/{id}/bank-accounts", INVESTED, Set.of(FUND_MANAGER)),
            made("GET /bank-accounts", ALL, ALL),
            read("/bank-accounts/{id}", STAFF),
            write("POST /bank-accounts/{id}/approval", STAFF, Set.of(APPROVER)),
            read("/funds/{id}/closings", INVESTED),
            write("POST /funds/{id}/closings", INVESTED, Set.of(FUND_MANAGER)),
            made("GET /investors", ALL, ALL),
            made("POST /investors", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/investors/{id}", INVESTED),
            // All of its funds rely on an investor: a manager of one of them does not change it.
            new Operation("PATCH /investors/{id}", INVESTED, NOBODY, Set.of(FUND_MANAGER)),
            new Operation("POST /investors/{id}/kyc", INVESTED, NOBODY, Set.of(FUND_MANAGER)),
            new Operation("POST /investors/{id}/suspend", INVESTED, NOBODY, Set.of(FUND_MANAGER)),
            made("GET /commitments", ALL, ALL),
            made("POST /commitments", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            made("POST /commitments/take-on", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/commitments/{id}", INVESTED),
            write("PATCH /commitments/{id}", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /commitments/{id}/submission", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /commitments/{id}/return", INVESTED, Set.of(FUND_MANAGER, APPROVER)),
            write("POST /commitments/{id}/acceptance", INVESTED, Set.of(APPROVER)),
            write("POST /commitments/{id}/take-on-approval", INVESTED, Set.of(APPROVER)),
            write("POST /commitments/{id}/cancellation", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /commitments/{id}/amendments", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /commitments/{id}/transfer", INVESTED, Set.of(FUND_MANAGER)),
            made("GET /closings", ALL, ALL),
            read("/closings/{id}", INVESTED),
            write("POST /closings/{id}/approval", INVESTED, Set.of(APPROVER)),
            write("POST /closings/{id}/cancellation", INVESTED, Set.of(FUND_MANAGER)),
            made("GET /tranches", ALL, ALL),
            made("POST /tranches", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/tranches/{id}", STAFF),
            write("POST /tranches/{id}/approval", STAFF, Set.of(APPROVER)),
            write("POST /tranches/{id}/redraft", STAFF, Set.of(FUND_MANAGER)),
            write("POST /tranches/{id}/amend", STAFF, Set.of(FUND_MANAGER)),
            write("POST /tranches/{id}/cancel", STAFF, Set.of(FUND_MANAGER)),
            made("GET /forecasts", ALL, ALL),
            made("GET /capital-calls", ALL, ALL),
            made("POST /capital-calls", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/capital-calls/{id}", INVESTED),
            read("/capital-calls/{id}/lines/{lineId}/notice", INVESTED),
            // Whoever holds a notice may ask; the front door asks in nobody's name.
            read("/notices/{sha256}", ALL),
            new Operation("GET /capital-calls/{id}/changes", INVESTED, STAFF, STAFF),
            write("PATCH /capital-calls/{id}", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /capital-calls/{id}/approval", INVESTED, Set.of(APPROVER)),
            write("POST /capital-calls/{id}/return", INVESTED, Set.of(FUND_MANAGER, APPROVER)),
            write("POST /capital-calls/{id}/reopen", INVESTED, Set.of(FUND_MANAGER, APPROVER)),
            write("POST /capital-calls/{id}/issue", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /capital-calls/{id}/cancellation", INVESTED, Set.of(FUND_MANAGER)),
            write("POST /capital-calls/{id}/reversal", INVESTED, Set.of(FUND_MANAGER)),
            made("GET /receipts", ALL, ALL),
            made("POST /receipts", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            made("POST /capital-calls/preview", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/receipts/{id}", STAFF),
            write("POST /receipts/{id}/match", STAFF, Set.of(FUND_MANAGER)),
            write("POST /receipts/{id}/unmatch", STAFF, Set.of(FUND_MANAGER)),
            write("POST /receipts/{id}/apply-to-next-call", STAFF, Set.of(FUND_MANAGER)),
            write("POST /receipts/{id}/refund", STAFF, Set.of(FUND_MANAGER)),
            write("POST /receipts/{id}/refund-confirmation", STAFF, Set.of(FUND_MANAGER)),
            write("POST /receipts/{id}/return", STAFF, Set.of(FUND_MANAGER)),
            made("GET /investments", ALL, ALL),
            made("POST /investments", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/investments/{id}", STAFF),
            read("/journal", INVESTED),
            made("GET /imports", ALL, ALL),
            made("POST /imports", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/imports/{id}", STAFF),
            made("GET /approvals", ALL, ALL),
            read("/approvals/{id}", STAFF),
            write("POST /approvals/{id}/approval", STAFF, Set.of(APPROVER)),
            write("POST /approvals/{id}/rejection", STAFF, Set.of(APPROVER)),
            made("POST /documents", Set.of(FUND_MANAGER), Set.of(FUND_MANAGER)),
            read("/documents/{sha256}", INVESTED),
            made("GET /audit/events", NOBODY, Set.of(AUDITOR)),
            made("GET /audit/heads", NOBODY, Set.of(AUDITOR)),
            made("GET /dead-letters", NOBODY, Set.of(ADMIN)),
            new Operation("GET /dead-letters/{id}", NOBODY, NOBODY, NOBODY),
            new Operation("POST /dead-letters/{id}/replay", NOBODY, NOBODY, NOBODY));

    @TempDir
    private static Path data;

    private static Desk desk;
    private static Objects own;
    private static Objects foreign;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
        own = objects();
        foreign = objects();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Objects objects() {
        UUID programme = desk.made("/programmes", "{\"name\": \"P\", \"headlineCurrency\": \"USD\"}")
                .id();
        UUID fund = desk.made("/funds", desk.fundBody("F").replace(desk.programme.toString(), programme.toString()))
                .id();
        UUID investor = desk.investor();
        UUID closing =
                desk.planned(fund, desk.accepted(fund, investor, "1.00").id()).id();
        UUID commitment = desk.submitted(fund, investor, "2.00").id();
        UUID proposal = desk.made(
                        "/imports?kind=commitments",
                        "fund,investor,amount,currency,source\n" + fund + "," + investor
                                + ",3.00,USD,public register\n",
                        "Content-Type",
                        "text/csv")
                .id();
        Reply document = DocumentFixtures.send(
                desk.service, Desk.MANAGER, DocumentFixtures.bytes("of " + commitment), "commitmentId", commitment);
        desk.closed(fund, investor, "4.00");
        Reply issued = desk.issued(fund, "1.00");
        UUID account = desk.made(
                        "/funds/" + fund + "/bank-accounts",
                        "{\"holder\": \"F\", \"iban\": \"DE89370400440532013000\", \"bic\": \"COBADEFF\","
                                + " \"currency\": \"USD\"}")
                .id();
        UUID receipt = desk.received(fund, "1.00").id();
        UUID investment = desk.invested(fund, programme, issued.id(), "0.50").id();
        UUID tranche = desk.tranche(fund, "1.00").id();
        return new Objects(
                programme,
                fund,
                investor,
                commitment,
                closing,
                tranche,
                issued.id(),
                UUID.fromString(issued.body().at("/lines/0/id").asText()),
                account,
                receipt,
                investment,
                proposal,
                document.text("sha256"));
    }

    /** A grant that reaches the objects and no others. */
    private static Scope reaching(Role role, Objects objects) {
        return role == INVESTOR
                ? Scope.ofInvestor(objects.investor())
                : Scope.ofFund(objects.programme(), objects.fund());
    }

    private static String outcome(Operation operation, Actor actor, Objects objects) {
        boolean reads = operation.method().equals("GET");
        Reply reply = desk.service.send(
                actor, operation.method(), operation.path(objects), operation.body(), operation.headers());
        return switch (reply.status()) {
            case 200 -> reads ? "let in" : "done";
            case 201 -> reply.text("state").equals("REJECTED") ? "let in" : "done";
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
    void the_table_has_every_operation_of_the_service() {
        Set<String> named = OPERATIONS.stream().map(Operation::name).collect(toCollection(TreeSet::new));

        assertThat(named).isEqualTo(desk.service.operations());
    }

    @Test
    @DisplayName("R11: each role does on its own objects what it may, and foreign ones are not there")
    void grants_decide_every_row() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                Actor actor = CommitmentsProcess.with(role, reaching(role, own));
                String name = operation.name() + " as " + role.code();
                all.assertThat(outcome(operation, actor, own))
                        .as(name + " on its own")
                        .isEqualTo(expected(operation.seen(), operation.ownLet(), role));
                if (operation.isOfAnObject()) {
                    all.assertThat(outcome(operation, actor, foreign))
                            .as(name + " on a foreign one")
                            .isEqualTo("not found");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void a_grant_for_the_whole_deployment_reaches_everything() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                if (role == INVESTOR) {
                    continue; // Each investor is one: the role has no meaning without it.
                }
                all.assertThat(outcome(operation, CommitmentsProcess.anybody(role), foreign))
                        .as(operation.name() + " as " + role.code())
                        .isEqualTo(expected(operation.seen(), operation.allLet(), role));
            }
        }
        all.assertAll();
    }

    @Test
    void an_account_without_a_grant_is_shown_nothing() {
        Actor nobody = new Actor(UUID.randomUUID(), UUID.randomUUID(), tranche.values.actor.Access.NONE);
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            String outcome = outcome(operation, nobody, own);
            if (operation.isOfAnObject()) {
                all.assertThat(outcome).as(operation.name()).isEqualTo("not found");
            } else if (!operation.method().equals("GET")) {
                all.assertThat(outcome).as(operation.name()).isEqualTo("forbidden");
            }
        }
        all.assertAll();
    }

    @Test
    void a_list_shows_each_role_its_own_and_nothing_else() {
        SoftAssertions all = new SoftAssertions();
        for (Role role : Role.values()) {
            Actor actor = CommitmentsProcess.with(role, reaching(role, own));
            shown(all, actor, role, "/programmes", PUBLIC, own.programme(), foreign.programme());
            shown(all, actor, role, "/funds", INVESTED, own.fund(), foreign.fund());
            shown(all, actor, role, "/investors", INVESTED, own.investor(), foreign.investor());
            shown(all, actor, role, "/commitments", INVESTED, own.commitment(), foreign.commitment());
            shown(all, actor, role, "/bank-accounts", STAFF, own.account(), foreign.account());
            shown(all, actor, role, "/closings", STAFF, own.closing(), foreign.closing());
            shown(all, actor, role, "/tranches", STAFF, own.tranche(), foreign.tranche());
            shown(all, actor, role, "/capital-calls", INVESTED, own.call(), foreign.call());
            shown(all, actor, role, "/receipts", STAFF, own.receipt(), foreign.receipt());
            shown(all, actor, role, "/investments", STAFF, own.investment(), foreign.investment());
        }
        all.assertAll();
    }

    private static void shown(
            SoftAssertions all, Actor actor, Role role, String list, Set<Role> seen, UUID mine, UUID theirs) {
        for (String form : List.of("application/json", "text/csv")) {
            String body = desk.service
                    .get(actor, list + "?limit=500", "Accept", form)
                    .raw()
                    .body();
            all.assertThat(body.contains(mine.toString()))
                    .as(list + " as " + role.code())
                    .isEqualTo(seen.contains(role));
            all.assertThat(body).as(list + " as " + role.code()).doesNotContain(theirs.toString());
        }
    }

    @Test
    void a_closing_names_to_an_investor_only_its_own_commitments() {
        UUID fund = desk.fund();
        UUID mine = desk.investor();
        UUID ours = desk.accepted(fund, mine, "1.00").id();
        UUID theirs = desk.accepted(fund, desk.investor(), "2.00").id();
        UUID closing = desk.planned(fund, ours, theirs).id();
        Actor investor = CommitmentsProcess.with(INVESTOR, Scope.ofInvestor(mine));

        String one = desk.service.get(investor, "/closings/" + closing).raw().body();
        String list =
                desk.service.get(investor, "/funds/" + fund + "/closings").raw().body();

        assertThat(one).contains(ours.toString()).doesNotContain(theirs.toString());
        assertThat(list).contains(ours.toString()).doesNotContain(theirs.toString());
        for (Role role : STAFF) {
            assertThat(desk.service
                            .get(CommitmentsProcess.anybody(role), "/closings/" + closing)
                            .raw()
                            .body())
                    .contains(theirs.toString());
        }
    }
}
