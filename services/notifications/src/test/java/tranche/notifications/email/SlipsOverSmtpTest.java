package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.ForecastCause;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundCreated;
import tranche.commitments.TrancheDrafted;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.Told;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("A slip is one mail to each who is told of it, over a real mail host")
class SlipsOverSmtpTest extends OverSmtp {

    private static final LocalDate WAS = LocalDate.of(2026, 11, 20);

    private final UUID programme = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();
    private final UUID investor = UUID.randomUUID();
    private final UUID tranche = UUID.randomUUID();
    private final UUID slip = UUID.randomUUID();
    private final UUID shell = UUID.randomUUID();
    private final UUID power = UUID.randomUUID();
    private final UUID tools = UUID.randomUUID();
    private final String box = UUID.randomUUID() + ".example.org";

    @BeforeEach
    void tellNames() {
        subject(ProjectRegistered.class, Map.of("projectId", project, "name", "Micron New York"));
        subject(MilestonePlanned.class, Map.of("milestoneId", shell, "name", "Shell"));
        subject(MilestonePlanned.class, Map.of("milestoneId", power, "name", "Power on"));
        subject(MilestonePlanned.class, Map.of("milestoneId", tools, "name", "First tools"));
        subject(FundCreated.class, Map.of("programmeId", programme, "fundId", fund, "name", "Fab Fund"));
        subject(TrancheDrafted.class, Map.of("fundId", fund, "trancheId", tranche, "name", "Tranche B"));
        subject(CommitmentDrafted.class, Map.of("programmeId", programme, "fundId", fund, "investorId", investor));
    }

    private void subject(Class<? extends SpecificRecord> type, Map<String, ?> fields) {
        Head head = Told.head(fund, 1, Instant.now());
        service.tell(SubjectReactions.class, fund, Told.event(type, head, fields));
    }

    private Head ofSlip() {
        return Head.newBuilder(Told.head(project, 1, Instant.now()))
                .setCorrelationId(slip)
                .build();
    }

    private MilestoneSlipped slips(UUID milestone, int days, UUID... chain) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "programmeId",
                programme,
                "projectId",
                project,
                "milestoneId",
                milestone,
                "previousDate",
                WAS,
                "forecastDate",
                WAS.plusDays(days),
                "days",
                days,
                "slipDays",
                days));
        fields.put(
                "chain",
                Arrays.stream(chain)
                        .map(driver -> new DrivingMilestone(driver, 133))
                        .toList());
        fields.put("reason", chain.length == 0 ? "The turbines came late" : null);
        return Told.event(MilestoneSlipped.class, ofSlip(), fields);
    }

    private void slips() {
        service.tell(NoticeReactions.class, project, slips(shell, 133), slips(power, 120, shell));
        service.tell(NoticeReactions.class, project, slips(tools, 90, power, shell));
    }

    private ForecastChanged expects(String amount) {
        ForecastRow row = ForecastRow.newBuilder()
                .setTrancheId(tranche)
                .setChange("MOVED")
                .setPreviousDueDate(WAS)
                .setPreviousAmount(Told.money("103125000.25"))
                .setDueDate(WAS.plusDays(133))
                .setAmount(Told.money(amount))
                .setCauses(List.of(
                        new ForecastCause(shell, 133, null),
                        new ForecastCause(power, 120, null),
                        new ForecastCause(tools, 90, null)))
                .build();
        return Told.event(
                ForecastChanged.class,
                ofSlip(),
                Map.of("programmeId", programme, "fundId", fund, "investorId", investor, "rows", List.of(row)));
    }

    private void expect(String amount) {
        service.tell(NoticeReactions.class, fund, expects(amount));
    }

    private Actor investor(String language) {
        return post.known(Role.INVESTOR, Scope.ofInvestor(investor), language, "investor@" + box);
    }

    private Actor stakeholder(String language) {
        return post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), language, "stakeholder@" + box);
    }

    private static int alerts(Actor actor) {
        return service.get(actor, "/alerts").body().get("items").size();
    }

    /** Every word of the text stands in the HTML, too. */
    private static void assertSaysTheSame(MimeMessage mail) throws Exception {
        String html = part(mail, 1).replaceAll("(?s)<title>.*?</title>", "").replaceAll("<[^>]*>", "\n");
        for (String line : part(mail, 0).split("\n")) {
            if (!line.isBlank() && !line.equals("-- ") && !line.startsWith("http")) {
                for (String cell : line.split("(?<=(Was|Is|Difference|Était|Est|Écart))\u202f?: ")) {
                    assertThat(html).contains(cell);
                }
            }
        }
    }

    @Test
    @DisplayName("three milestones and a forecast are one mail to an investor, and one to a stakeholder")
    void a_slip_is_one_mail_to_each() throws Exception {
        Actor investor = investor("en");
        Actor stakeholder = stakeholder("fr");
        slips();
        expect("103125000.25");
        assertThat(alerts(investor)).as("in the portal each by itself").isEqualTo(4);
        assertThat(alerts(stakeholder)).isEqualTo(3);
        dueNow(investor);
        dueNow(stakeholder);

        MimeMessage mail = only("investor@" + box);
        assertThat(mail.getSubject())
                .isEqualTo("Micron New York slips 133 days: USD\u00a0103,125,000.25 of your calls move to 2027");
        assertThat(part(mail, 0))
                .containsSubsequence(
                        "Shell of Micron New York is now expected on 2\u00a0Apr\u00a02027, after 20\u00a0Nov\u00a02026 before.",
                        "The site says why: The turbines came late",
                        "Calls that change",
                        "Tranche B of Fab Fund, your part",
                        "Was: USD\u00a0103,125,000.25 on 20\u00a0Nov\u00a02026",
                        "Is: USD\u00a0103,125,000.25 on 2\u00a0Apr\u00a02027",
                        "Difference: 133 days later",
                        "Milestones that moved",
                        "Shell",
                        "Power on",
                        "Difference: 120 days later",
                        "What waits for what",
                        "Power on waits for Shell, 133 days behind its baseline.",
                        "First tools waits for Power on, 133 days behind its baseline, which waits for Shell.",
                        "See why\nhttp://localhost:1/home",
                        "You get this mail because");
        assertSaysTheSame(mail);
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "Traceparent")).contains(slip.toString().replace("-", ""));
        assertThat(press("unsubscription", link(mail, "unsubscribe")).body().get("types"))
                .hasSize(2);

        MimeMessage french = only("stakeholder@" + box);
        assertThat(french.getSubject()).isEqualTo("Micron New York\u202F: décalé de 133 jours");
        assertThat(part(french, 0))
                .containsSubsequence(
                        "Le site en donne le motif\u202f: The turbines came late",
                        "Jalons déplacés",
                        "Écart\u202f: 133 jours plus tard",
                        "Power on attend Shell, 133 jours après sa référence.",
                        "Voir pourquoi\nhttp://localhost:1/milestones/" + shell)
                .doesNotContain("Appels qui changent");
        assertSaysTheSame(french);
    }

    @Test
    @DisplayName("what comes when the mail is gone comes in another, as if it were the only one")
    void what_comes_late_is_another_mail() throws Exception {
        Actor investor = investor("en");
        Actor stakeholder = stakeholder("en");
        slips();
        expect("103125000.25");
        dueNow(investor);
        MimeMessage first = only("investor@" + box);
        expect("90000000.00");
        dueNow(investor);

        await().until(() -> to("investor@" + box).size() == 2);
        MimeMessage second = to("investor@" + box).getLast();
        assertThat(header(second, "Message-ID")).isNotEqualTo(header(first, "Message-ID"));
        assertThat(second.getSubject()).isEqualTo("Your call forecast has changed");
        assertThat(part(second, 0))
                .contains("The call for Tranche B of Fab Fund is now expected on 2\u00a0Apr\u00a02027")
                .contains("USD\u00a090,000,000.00");
        assertThat(service.get(stakeholder, "/deliveries").body().get("items")).hasSize(1);
    }

    @Test
    @DisplayName("N-6: what is settled before the mail goes is not in it")
    void what_is_settled_is_left_out() throws Exception {
        Actor stakeholder = stakeholder("en");
        service.tell(NoticeReactions.class, project, slips(shell, 100));
        service.tell(NoticeReactions.class, project, slips(shell, 133));
        dueNow(stakeholder);

        MimeMessage mail = only("stakeholder@" + box);
        assertThat(mail.getSubject()).isEqualTo("Shell slips by 133 days");
        assertThat(part(mail, 0)).contains("Open in Tranche", "http://localhost:1/milestones/" + shell);
    }

    @Test
    @DisplayName("R7: a mail of which nobody knows whether it went goes again with the same content under the same id")
    void a_lost_attempt_is_made_again_with_the_same_content() throws Exception {
        Actor stakeholder = stakeholder("en");
        slips();
        dueNow(stakeholder);
        MimeMessage first = only("stakeholder@" + box);
        await().until(() -> service.get(stakeholder, "/deliveries?state=SENT")
                        .body()
                        .get("items")
                        .size()
                == 1);
        // Its process dies before it could record that the mail was taken.
        forgetEnd(stakeholder);
        service.tell(NoticeReactions.class, project, slips(tools, 200, power));
        service.bean(NewDeliveries.class).committed();

        await().until(() -> to("stakeholder@" + box).size() == 2);
        MimeMessage again = to("stakeholder@" + box).getLast();
        assertThat(header(again, "Message-ID")).isEqualTo(header(first, "Message-ID"));
        assertThat(again.getSubject()).isEqualTo(first.getSubject());
        assertThat(part(again, 0)).isEqualTo(part(first, 0)).contains("Difference: 90 days later");
        assertThat(part(again, 1)).isEqualTo(part(first, 1));
    }

    private static void forgetEnd(Actor actor) throws Exception {
        try (Connection owner = service.database.asOwner()) {
            for (String statement : List.of(
                    "update delivery_attempt set ended_at = null, outcome = null, reason = null where delivery_id in"
                            + " (select delivery_id from delivery where recipient_id = ?)",
                    "update delivery set state = 'SENDING', due_at = now() where recipient_id = ?")) {
                try (PreparedStatement update = owner.prepareStatement(statement)) {
                    update.setObject(1, actor.account());
                    update.executeUpdate();
                }
            }
        }
    }

    @Test
    @DisplayName("N-6: whose grant is withdrawn before it goes gets no mail of it")
    void who_may_not_have_it_any_more_gets_none() throws Exception {
        Actor stakeholder = stakeholder("en");
        slips();
        UUID grant = grantOf(stakeholder);
        service.tell(
                RecipientReactions.class,
                stakeholder.account(),
                Told.withdrawn(grant, stakeholder.account(), Role.STAKEHOLDER));
        dueNow(stakeholder);

        await().until(() -> service.get(stakeholder, "/deliveries?state=CANCELLED")
                .body()
                .at("/items/0/reason")
                .asText()
                .equals("nothing-to-send"));
        assertThat(to("stakeholder@" + box)).isEmpty();
    }

    private static UUID grantOf(Actor actor) throws Exception {
        try (Connection owner = service.database.asOwner();
                PreparedStatement select =
                        owner.prepareStatement("select grant_id from grant_held where account_id = ?")) {
            select.setObject(1, actor.account());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
