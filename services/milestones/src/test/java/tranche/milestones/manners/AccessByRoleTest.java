package tranche.milestones.manners;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.values.actor.Access;
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
    private static final Set<Role> WHOLE = Set.of(FUND_MANAGER, APPROVER, AUDITOR, VERIFIER, SITE_REPORTER);
    private static final Set<Role> PUBLIC =
            Set.of(FUND_MANAGER, APPROVER, AUDITOR, VERIFIER, SITE_REPORTER, INVESTOR, STAKEHOLDER);
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> MANAGER = Set.of(FUND_MANAGER);
    private static final Set<Role> ON_SITE = Set.of(SITE_REPORTER, FUND_MANAGER);

    /**
     * One operation of the service.
     *
     * @param seen who is shown the object: all others are told that it is not there
     * @param ownLet who is let in by a grant that reaches no further than the object's project
     * @param allLet who is let in by a grant for the whole deployment
     */
    private record Operation(String name, Set<Role> seen, Set<Role> ownLet, Set<Role> allLet) {

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path(Objects objects) {
            return name.substring(name.indexOf(' ') + 1)
                    .replaceFirst("^/projects/\\{id}", "/projects/" + objects.project())
                    .replaceFirst("^/milestones/\\{id}", "/milestones/" + objects.milestone())
                    .replaceFirst("^/approvals/\\{id}", "/approvals/" + objects.proposal())
                    .replaceFirst("^/evidence/\\{sha256}", "/evidence/" + objects.file())
                    .replace("{id}", UUID.randomUUID().toString());
        }

        boolean isForm() {
            return name.equals("POST /milestones/{id}/evidence");
        }

        String[] headers() {
            return new String[] {
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                isForm() ? Forms.TYPE : "application/json"
            };
        }

        byte[] body() {
            return isForm() ? Forms.formOf("colour", "red") : Forms.bytes(method().equals("GET") ? "" : WRONG);
        }

        boolean isOfAnObject() {
            return name.contains("{");
        }
    }

    private record Objects(UUID programme, UUID project, UUID milestone, UUID proposal, String file, UUID investor) {}

    private static Operation read(String path, Set<Role> seen) {
        return new Operation("GET " + path, seen, seen, seen);
    }

    private static Operation write(String name, Set<Role> let) {
        return new Operation(name, PUBLIC, let, let);
    }

    /** A list, or a place where things are made: it is there for everybody. */
    private static Operation made(String name, Set<Role> ownLet, Set<Role> allLet) {
        return new Operation(name, ALL, ownLet, allLet);
    }

    private static final List<Operation> OPERATIONS = List.of(
            made("GET /projects", ALL, ALL),
            made("POST /projects", MANAGER, MANAGER),
            read("/projects/{id}", PUBLIC),
            write("PATCH /projects/{id}", MANAGER),
            write("POST /projects/{id}/stop", MANAGER),
            new Operation("GET /projects/{id}/plan", PUBLIC, WHOLE, WHOLE),
            new Operation("GET /projects/{id}/evidence", PUBLIC, WHOLE, WHOLE),
            made("GET /milestones", ALL, ALL),
            made("POST /milestones", MANAGER, MANAGER),
            read("/milestones/{id}", PUBLIC),
            write("PATCH /milestones/{id}", MANAGER),
            write("POST /milestones/{id}/start", ON_SITE),
            write("POST /milestones/{id}/claim", Set.of(SITE_REPORTER)),
            write("POST /milestones/{id}/withdraw-claim", NOBODY),
            write("POST /milestones/{id}/evidence", Set.of(SITE_REPORTER)),
            new Operation("GET /milestones/{id}/evidence", PUBLIC, WHOLE, WHOLE),
            write("POST /milestones/{id}/verification", Set.of(VERIFIER)),
            write("POST /milestones/{id}/rejection", Set.of(VERIFIER)),
            write("POST /milestones/{id}/reschedule", ON_SITE),
            write("POST /milestones/{id}/rebaseline", MANAGER),
            write("POST /milestones/{id}/revoke-verification", Set.of(FUND_MANAGER, VERIFIER)),
            write("POST /milestones/{id}/waiver", MANAGER),
            write("POST /milestones/{id}/revoke-waiver", MANAGER),
            write("POST /milestones/{id}/remove", MANAGER),
            write("POST /milestones/{id}/supersede", MANAGER),
            read("/evidence/{sha256}", WHOLE),
            made("GET /approvals", ALL, ALL),
            read("/approvals/{id}", STAFF),
            new Operation("POST /approvals/{id}/approval", STAFF, Set.of(APPROVER), Set.of(APPROVER)),
            new Operation("POST /approvals/{id}/rejection", STAFF, Set.of(APPROVER), Set.of(APPROVER)),
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
        UUID programme = desk.service.programme("UTC");
        UUID project =
                desk.made("/projects", Desk.projectBody(programme, "Fab")).id();
        UUID milestone = desk.planned(project).id();
        String file = desk.shown(milestone).body().at("/evidence/0/sha256").asText();
        UUID proposal = UUID.fromString(desk.proposed(milestone, "remove", "{\"reason\": \"Not built.\"}")
                .text("approvalId"));
        return new Objects(programme, project, milestone, proposal, file, desk.service.investor(programme));
    }

    /** A grant that reaches the objects and no others. */
    private static Scope reaching(Role role, Objects objects) {
        return role == INVESTOR
                ? Scope.ofInvestor(objects.investor())
                : new Scope(
                        Optional.of(objects.programme()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(objects.project()));
    }

    private static String outcome(Operation operation, Actor actor, Objects objects) {
        boolean reads = operation.method().equals("GET");
        Reply reply = desk.service.send(
                actor, operation.method(), operation.path(objects), operation.body(), operation.headers());
        return switch (reply.status()) {
            case 200 -> reads ? "let in" : "done";
            case 201 -> "done";
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
                Actor actor = MilestonesProcess.with(role, reaching(role, own));
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
    void a_grant_for_the_whole_deployment_reaches_everything_but_an_investor_s_that_names_none() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                boolean reaches = role != INVESTOR || !operation.isOfAnObject();
                all.assertThat(outcome(operation, MilestonesProcess.anybody(role), foreign))
                        .as(operation.name() + " as " + role.code())
                        .isEqualTo(reaches ? expected(operation.seen(), operation.allLet(), role) : "not found");
            }
        }
        all.assertAll();
    }

    @Test
    void an_account_without_a_grant_is_shown_nothing() {
        Actor nobody = new Actor(UUID.randomUUID(), UUID.randomUUID(), Access.NONE);
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
            Actor actor = MilestonesProcess.with(role, reaching(role, own));
            shown(all, actor, role, "/projects", own.project(), foreign.project());
            shown(all, actor, role, "/milestones", own.milestone(), foreign.milestone());
        }
        all.assertAll();
    }

    private static void shown(SoftAssertions all, Actor actor, Role role, String list, UUID mine, UUID theirs) {
        for (String form : List.of("application/json", "text/csv")) {
            String body = desk.service
                    .get(actor, list + "?limit=500", "Accept", form)
                    .raw()
                    .body();
            all.assertThat(body.contains(mine.toString()))
                    .as(list + " as " + role.code())
                    .isEqualTo(PUBLIC.contains(role));
            all.assertThat(body).as(list + " as " + role.code()).doesNotContain(theirs.toString());
        }
    }

    @Test
    void a_manager_of_a_fund_manages_none_of_its_programme_s_projects() {
        Actor manager = MilestonesProcess.with(FUND_MANAGER, Scope.ofFund(own.programme(), UUID.randomUUID()));

        assertThat(Desk.errors(desk.service.post(manager, "/projects", Desk.projectBody(own.programme(), "Fab"))))
                .containsExactly("/programmeId unknown-reference");
        Desk.assertRefused(
                desk.service.post(manager, "/milestones", Desk.milestoneBody(own.project(), Desk.today())),
                403,
                "forbidden");
    }

    @Test
    @DisplayName("R11, §2.5: a waiver names tranches that wait for the milestone and that its proposer may read")
    void a_tranche_that_the_manager_may_not_read_is_not_there() {
        UUID fund = UUID.randomUUID();
        UUID milestone = desk.planned(desk.project()).id();
        UUID tranche = desk.tranche(fund, milestone);
        UUID elsewhere = desk.tranche(fund, desk.planned(desk.project()).id());
        String path = "/milestones/" + milestone + "/waiver";
        Actor ofTheProgramme = MilestonesProcess.with(FUND_MANAGER, Scope.ofProgramme(desk.programme));
        Actor ofTheProject = MilestonesProcess.with(
                FUND_MANAGER,
                new Scope(
                        Optional.of(desk.programme),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(UUID.fromString(desk.read(milestone).text("projectId")))));

        assertThat(Desk.errors(desk.service.post(ofTheProject, path, Desk.waiverFor(tranche))))
                .containsExactly("/trancheIds/0 unknown-reference");
        assertThat(Desk.errors(
                        desk.service.post(ofTheProgramme, path, Desk.waiverFor(UUID.randomUUID(), tranche, elsewhere))))
                .containsExactly("/trancheIds/0 unknown-reference", "/trancheIds/2 unknown-reference");
        assertThat(desk.service
                        .post(ofTheProgramme, path, Desk.waiverFor(tranche))
                        .status())
                .isEqualTo(202);
    }

    @Test
    @DisplayName("What is claimed is told as that to everybody; what shows it, only to whoever works on it")
    void evidence_is_not_published() {
        for (Role role : PUBLIC) {
            Reply read = desk.service.get(
                    MilestonesProcess.with(role, reaching(role, own)), "/milestones/" + own.milestone());
            assertThat(read.text("state")).isEqualTo("EVIDENCE_SUBMITTED");
            assertThat(read.text("claimedDate")).isEqualTo(Desk.today().toString());
            assertThat(read.body().get("achievedDate").isNull()).isTrue();
            assertThat(read.raw().body().contains(own.file())).as(role.code()).isEqualTo(WHOLE.contains(role));
        }
    }
}
