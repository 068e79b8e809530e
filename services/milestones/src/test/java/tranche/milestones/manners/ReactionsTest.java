package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.APPROVER;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.Money;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTerms;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCancelled;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.milestones.milestone.reactions.TrancheReactions;
import tranche.milestones.programme.reactions.ProgrammeReactions;
import tranche.milestones.reporter.reactions.ReporterReactions;
import tranche.portal.AccountDisabled;
import tranche.portal.GrantGiven;
import tranche.portal.GrantWithdrawn;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What the service makes of what others tell: programmes of commitments, grants of the portal. */
class ReactionsTest {

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static ProgrammeCreated programme(UUID id, String zone) {
        return ProgrammeCreated.newBuilder()
                .setHead(Desk.head(id))
                .setProgrammeId(id)
                .setName("Coastal fabs")
                .setHeadlineCurrency("USD")
                .setZone(zone)
                .build();
    }

    @Test
    void projects_are_registered_within_a_programme_once_it_is_told_of() {
        UUID id = UUID.randomUUID();
        String body = Desk.projectBody(id, "Fab");

        Reply before = desk.service.post(MANAGER, "/projects", body);
        desk.tell(ProgrammeReactions.class, id, programme(id, "Asia/Tokyo"), programme(UUID.randomUUID(), "UTC"));
        desk.tell(ProgrammeReactions.class, id, programme(id, "Asia/Tokyo"));
        Reply after = desk.service.post(MANAGER, "/projects", body);

        assertThat(Desk.errors(before)).containsExactly("/programmeId unknown-reference");
        assertThat(after.text("zone")).as(after.raw().body()).isEqualTo("Asia/Tokyo");
    }

    @Test
    @DisplayName(
            "R11: grants for a fund or an investor show what is published of the programmes that these are in, and no other")
    void projects_are_seen_from_the_funds_and_the_investors_of_their_programme() {
        UUID programme = UUID.randomUUID();
        desk.tell(ProgrammeReactions.class, programme, programme(programme, "UTC"));
        String path = "/projects/"
                + desk.made("/projects", Desk.projectBody(programme, "Fab")).id();
        UUID fund = UUID.randomUUID();
        UUID investor = UUID.randomUUID();
        Actor ofFund = MilestonesProcess.with(Role.STAKEHOLDER, Scope.ofFund(programme, fund));
        Actor ofInvestor = MilestonesProcess.with(Role.INVESTOR, Scope.ofInvestor(investor));
        assertRefused(desk.service.get(ofFund, path), 404, "not-found");
        assertRefused(desk.service.get(ofInvestor, path), 404, "not-found");

        desk.tell(ProgrammeReactions.class, fund, fund(fund, programme), drafted(fund, programme, investor));
        desk.tell(ProgrammeReactions.class, fund, fund(fund, programme), drafted(fund, programme, investor));

        assertThat(desk.service.get(ofFund, path).status()).isEqualTo(200);
        assertThat(desk.service.get(ofInvestor, path).status()).isEqualTo(200);
        assertRefused(desk.service.get(ofInvestor, "/projects/" + desk.project()), 404, "not-found");
    }

    private static FundCreated fund(UUID id, UUID programme) {
        return FundCreated.newBuilder()
                .setHead(Desk.head(id))
                .setProgrammeId(programme)
                .setFundId(id)
                .setName("Fund I")
                .setBaseCurrency("USD")
                .setCalendar("US")
                .setTerms(FundTerms.newBuilder().build())
                .setZone("UTC")
                .build();
    }

    private static CommitmentDrafted drafted(UUID fund, UUID programme, UUID investor) {
        UUID id = UUID.randomUUID();
        return CommitmentDrafted.newBuilder()
                .setHead(Desk.head(id))
                .setProgrammeId(programme)
                .setFundId(fund)
                .setInvestorId(investor)
                .setAmount(new Money(new BigDecimal("1.0000"), "USD"))
                .setState("DRAFT")
                .build();
    }

    @Test
    @DisplayName("D-1: who may report from a site verifies nothing there, as long as he may")
    void whoever_is_told_to_report_is_no_verifier_until_that_ends() {
        UUID project = desk.project();
        UUID milestone = desk.planned(project, ", \"quorum\": 3").id();
        desk.shown(milestone);
        for (boolean isShut : new boolean[] {false, true}) {
            Actor verifier = MilestonesProcess.anybody(Role.VERIFIER);
            UUID another = UUID.randomUUID();
            Actor person = new Actor(
                    verifier.account(), verifier.person(), Set.of(verifier.account(), another), verifier.access());
            UUID grant = UUID.randomUUID();

            desk.tell(ReporterReactions.class, another, given(grant, another, Role.SITE_REPORTER, project));
            assertRefused(verified(person, milestone), 403, "four-eyes");

            desk.tell(ReporterReactions.class, another, isShut ? shut(another) : withdrawn(grant, another, project));
            assertThat(verified(person, milestone).status()).isEqualTo(200);
        }
    }

    @Test
    void a_reporter_of_another_project_and_a_reader_of_this_one_may_verify() {
        UUID project = desk.project();
        UUID milestone = desk.planned(project, ", \"quorum\": 3").id();
        desk.shown(milestone);
        Actor elsewhere = MilestonesProcess.anybody(Role.VERIFIER);
        Actor reader = MilestonesProcess.anybody(Role.VERIFIER);

        desk.tell(
                ReporterReactions.class,
                elsewhere.account(),
                given(UUID.randomUUID(), elsewhere.account(), Role.SITE_REPORTER, desk.project()));
        desk.tell(
                ReporterReactions.class,
                reader.account(),
                given(UUID.randomUUID(), reader.account(), Role.AUDITOR, project));

        assertThat(verified(elsewhere, milestone).status()).isEqualTo(200);
        assertThat(verified(reader, milestone).status()).isEqualTo(200);
    }

    private static Reply verified(Actor by, UUID milestone) {
        return desk.service.post(by, "/milestones/" + milestone + "/verification", Desk.finding());
    }

    private static GrantGiven given(UUID grant, UUID account, Role role, UUID project) {
        return GrantGiven.newBuilder()
                .setHead(Desk.head(grant))
                .setAccountId(account)
                .setGrantId(grant)
                .setRole(role.code())
                .setProjectId(project)
                .build();
    }

    private static GrantWithdrawn withdrawn(UUID grant, UUID account, UUID project) {
        return GrantWithdrawn.newBuilder()
                .setHead(Desk.head(grant))
                .setAccountId(account)
                .setGrantId(grant)
                .setRole(Role.SITE_REPORTER.code())
                .setProjectId(project)
                .build();
    }

    private static AccountDisabled shut(UUID account) {
        return AccountDisabled.newBuilder()
                .setHead(Desk.head(account))
                .setAccountId(account)
                .build();
    }

    @Test
    @DisplayName(
            "§2.5, D-6: who removes or replaces a milestone is told which tranches wait for it, and so is who confirms it")
    void what_leaves_the_plan_names_the_tranches_that_wait_for_it() {
        UUID project = desk.project();
        UUID milestone = desk.planned(project).id();
        UUID other = desk.planned(project).id();
        UUID fund = UUID.randomUUID();
        UUID first = desk.tranche(fund, milestone, other);
        Reply proposed = desk.proposed(milestone, "remove", "{\"reason\": \"Not built.\"}");
        String approval = "/approvals/" + proposed.text("approvalId");
        assertThat(named(desk.service.get(APPROVER, approval))).containsExactly("Tools of " + first);

        UUID second = desk.tranche(fund, milestone);

        Reply restated = desk.service.get(APPROVER, approval);
        assertThat(named(restated)).containsExactlyInAnyOrder("Tools of " + first, "Tools of " + second);
        String answer = approval + "/approval";
        assertRefused(desk.service.post(APPROVER, answer, hash(proposed)), 409, "content-changed");
        desk.tell(TrancheReactions.class, fund, amended(fund, first, other));
        Reply last = desk.service.get(APPROVER, approval);
        assertThat(named(last)).containsExactly("Tools of " + second);
        assertThat(desk.service.post(APPROVER, answer, hash(last)).status()).isEqualTo(200);
        assertThat(told(milestone, "MilestoneRemoved").get("trancheIds"))
                .extracting(JsonNode::asText)
                .containsExactly(second.toString());

        desk.confirmed(desk.proposed(
                other,
                "supersede",
                "{\"supersededBy\": \"" + desk.planned(project).id() + "\", \"reason\": \"Split.\"}"));
        assertThat(told(other, "MilestoneSuperseded").get("trancheIds"))
                .extracting(JsonNode::asText)
                .containsExactly(first.toString());
    }

    @Test
    @DisplayName("what is verified names the tranches that waited for it, and so does what is not any more")
    void what_is_verified_names_the_tranches_that_rest_on_it() {
        UUID milestone = desk.planned(desk.project()).id();
        UUID tranche = desk.tranche(UUID.randomUUID(), milestone);
        desk.verified(milestone);
        desk.confirmed(desk.proposed(milestone, "revoke-verification", "{\"reason\": \"Another hall.\"}"));

        for (String type : List.of("MilestoneAchieved", "MilestoneVerificationRevoked")) {
            assertThat(told(milestone, type).get("trancheIds"))
                    .as(type)
                    .extracting(JsonNode::asText)
                    .containsExactly(tranche.toString());
        }
    }

    @Test
    @DisplayName("§2.5: a tranche that was given up waits for nothing, and what is told twice counts once")
    void a_cancelled_tranche_rests_on_nothing() {
        UUID milestone = desk.planned(desk.project()).id();
        UUID fund = UUID.randomUUID();
        UUID tranche = desk.tranche(fund, milestone);
        TrancheCancelled cancelled = TrancheCancelled.newBuilder()
                .setHead(Desk.head(tranche))
                .setProgrammeId(desk.programme)
                .setFundId(fund)
                .setTrancheId(tranche)
                .setStateBefore("LOCKED")
                .setReason("Given up.")
                .setProposedBy(UUID.randomUUID())
                .setState("CANCELLED")
                .build();

        desk.tell(TrancheReactions.class, fund, cancelled);
        desk.tell(TrancheReactions.class, fund, cancelled);

        assertThat(Desk.errors(
                        desk.service.post(MANAGER, "/milestones/" + milestone + "/waiver", Desk.waiverFor(tranche))))
                .containsExactly("/trancheIds/0 unknown-reference");
        Reply proposed = desk.proposed(milestone, "remove", "{\"reason\": \"Not built.\"}");
        assertThat(named(desk.service.get(APPROVER, "/approvals/" + proposed.text("approvalId"))))
                .isEmpty();
    }

    private static TrancheAmended amended(UUID fund, UUID tranche, UUID milestone) {
        return TrancheAmended.newBuilder()
                .setHead(Desk.head(tranche))
                .setProgrammeId(desk.programme)
                .setFundId(fund)
                .setTrancheId(tranche)
                .setConditionVersion(2)
                .setConditionsFrom(Desk.today())
                .setConditions(Desk.conditions(milestone))
                .setConditionsHash("cd".repeat(32))
                .setReason("Renegotiated.")
                .setProposedBy(UUID.randomUUID())
                .setState("LOCKED")
                .build();
    }

    private static List<String> named(Reply approval) {
        List<String> names = new ArrayList<>();
        approval.body()
                .at("/content/tranches")
                .forEach(tranche -> names.add(tranche.get("name").asText()));
        return names;
    }

    private static String hash(Reply of) {
        return "{\"contentHash\": \"" + of.text("contentHash") + "\"}";
    }

    private static JsonNode told(UUID milestone, String type) {
        return desk.service
                .get(Desk.AUDITOR, "/audit/events?aggregateId=" + milestone + "&type=" + type)
                .body()
                .at("/items/0/data");
    }
}
