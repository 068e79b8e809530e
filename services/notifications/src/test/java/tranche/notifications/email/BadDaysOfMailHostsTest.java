package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.commitments.CallLineIssued;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.Told;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.email.MoodyMailHost.Mood;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Whatever the mail host does, everybody is told, under the same id each time. */
class BadDaysOfMailHostsTest {

    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");

    @TempDir
    private static Path data;

    private static MoodyMailHost host;
    private static NotificationsProcess service;
    private static Post post;

    private final UUID programme = UUID.randomUUID();
    private final String address = "zoe-" + UUID.randomUUID() + "@example.org";
    private Actor zoe = Actor.SYSTEM;

    @BeforeAll
    static void start() throws Exception {
        host = new MoodyMailHost();
        service = new NotificationsProcess(
                data,
                Map.of(
                        "tranche.kafka.bootstrap",
                        "127.0.0.1:1",
                        "tranche.registry.url",
                        "http://127.0.0.1:1/apis/ccompat/v7",
                        "tranche.smtp.host",
                        "127.0.0.1",
                        "tranche.smtp.port",
                        host.port(),
                        "tranche.smtp.patience-seconds",
                        1));
        post = new Post(service);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        host.close();
    }

    @BeforeEach
    void somebody_has_an_address() {
        zoe = post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "en", address);
    }

    private List<String> mails() {
        return host.mails().stream().filter(mail -> mail.contains(address)).toList();
    }

    private static String id(String mail) {
        Matcher id = ID.matcher(mail);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private record Row(String state, int attempts, String reason) {}

    private Row row() {
        return query("select state, attempts, coalesce(reason, '') from delivery where recipient_id = ?"
                + " order by created_at desc, delivery_id limit 1");
    }

    private Row query(String sql) {
        try (Connection owner = service.database.asOwner();
                PreparedStatement select = owner.prepareStatement(sql)) {
            select.setObject(1, zoe.account());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Row(row.getString(1), row.getInt(2), row.getString(3)) : new Row("", 0, "");
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The pause before the next attempt is over. */
    private void let_time_pass() {
        try (Connection owner = service.database.asOwner();
                PreparedStatement update = owner.prepareStatement(
                        "update delivery set due_at = now() where recipient_id = ? and state = 'PENDING'")) {
            update.setObject(1, zoe.account());
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        service.bean(NewDeliveries.class).committed();
    }

    @ParameterizedTest
    @CsvSource({
        "HANGING, timeout",
        "BUSY, content-refused 4.3.2",
        "UNKNOWN_SENDER, sender-refused 5.7.1",
        "DENYING, recipient-refused 5.7.1",
        "LOSING_ANSWERS, no-answer"
    })
    @DisplayName("R7: what was not taken, or nobody knows of, is sent again as the same mail until it is taken")
    void a_mail_that_was_not_taken_is_sent_again(Mood mood, String reason) {
        host.become(mood);
        post.tell(post.achieved(programme, "Shell"));
        await().untilAsserted(() -> assertThat(row()).isEqualTo(new Row("PENDING", 1, reason)));
        let_time_pass();
        await().untilAsserted(() -> assertThat(row()).isEqualTo(new Row("PENDING", 2, reason)));
        host.become(Mood.FRIENDLY);
        let_time_pass();
        await().until(() -> row().state().equals("SENT"));

        assertThat(row().attempts()).isEqualTo(3);
        boolean arrivedBefore = mood == Mood.BUSY || mood == Mood.LOSING_ANSWERS;
        assertThat(mails()).hasSize(arrivedBefore ? 3 : 1);
        assertThat(mails().stream().map(BadDaysOfMailHostsTest::id).distinct()).hasSize(1);
        assertThat(mails().stream()
                        .map(mail -> mail.replaceAll("_Part_[0-9_.]+", ""))
                        .distinct())
                .hasSize(1);
        assertThat(service.get(zoe, "/recipients/me").text("emailState")).isEqualTo("VERIFIED");
    }

    @Test
    @DisplayName("R7: a mail of several that is sent again is the same mail, whatever was settled meanwhile")
    void a_mail_of_several_is_sent_again_as_it_was() {
        UUID project = UUID.randomUUID();
        UUID shell = UUID.randomUUID();
        service.send(zoe, "PUT", "/preferences", """
                {"language": "en", "timeZone": "UTC", "items": [{"type": "MS-03", "digest": "DAILY",
                 "channels": {"PORTAL": true, "EMAIL": true, "WEBHOOK": false}}]}""");
        achieved(project, shell);
        achieved(project, UUID.randomUUID());
        host.become(Mood.LOSING_ANSWERS);
        let_time_pass();
        await().untilAsserted(() -> assertThat(row()).isEqualTo(new Row("PENDING", 1, "no-answer")));
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(
                        MilestoneVerificationRevoked.class,
                        project,
                        Map.of("programmeId", UUID.randomUUID(), "projectId", project, "milestoneId", shell)));
        host.become(Mood.FRIENDLY);
        let_time_pass();
        await().until(() -> row().state().equals("SENT"));

        assertThat(mails()).hasSize(2);
        assertThat(mails().getFirst()).contains("Subject: 2 things have changed");
        assertThat(mails().stream()
                        .map(mail -> mail.replaceAll("_Part_[0-9_.]+", ""))
                        .distinct())
                .hasSize(1);
    }

    private void achieved(UUID project, UUID milestone) {
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(
                        MilestoneAchieved.class,
                        project,
                        Map.of("programmeId", programme, "projectId", project, "milestoneId", milestone)));
    }

    @Test
    @DisplayName("§2.8: an address that a host refuses for good three times is mailed no more")
    void an_address_is_given_up_at_its_third_hard_bounce() {
        host.become(Mood.UNKNOWN_RECIPIENT);
        for (String state : List.of("BOUNCING", "BOUNCING", "SUPPRESSED")) {
            post.tell(post.achieved(programme, "Shell"));
            await().until(() -> row().state().equals("BOUNCED_HARD"));
            await().until(() ->
                    service.get(zoe, "/recipients/me").text("emailState").equals(state));
            assertThat(row().reason()).isEqualTo("recipient-refused 5.1.1");
        }
        host.become(Mood.FRIENDLY);
        post.tell(post.achieved(programme, "Roof"));

        assertThat(service.get(zoe, "/alerts").body().get("items")).hasSize(4);
        assertThat(query("select 'all', count(*)::int, '' from delivery where recipient_id = ?")
                        .attempts())
                .isEqualTo(3);
        assertThat(query("select 'all', count(*)::int, '' from event where key = ? and type like '%AddressSuppressed'")
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "N-8: what must be told and has no address any more when it is due comes back for good, all else is left out")
    void what_must_be_told_comes_back_when_its_address_is_gone() {
        UUID investor = UUID.randomUUID();
        Map<String, UUID> ids = Map.of("programmeId", programme, "fundId", UUID.randomUUID(), "investorId", investor);
        host.become(Mood.BUSY);
        post.tell(post.achieved(programme, "Shell"));
        await().until(() -> row().attempts() == 1);
        assertThat(service.send(zoe, "PATCH", "/recipients/me", "{\"email\": null}")
                        .status())
                .isEqualTo(200);
        let_time_pass();
        await().untilAsserted(() -> assertThat(row()).isEqualTo(new Row("CANCELLED", 1, "no-address")));

        zoe = post.known(Role.INVESTOR, Scope.ofInvestor(investor), "en", address);
        service.tell(
                NoticeReactions.class, UUID.randomUUID(), Told.event(CallLineIssued.class, UUID.randomUUID(), ids));
        await().until(() -> row().attempts() == 1);
        service.send(zoe, "PATCH", "/recipients/me", "{\"email\": null}");
        let_time_pass();

        await().untilAsserted(() -> assertThat(row()).isEqualTo(new Row("BOUNCED_HARD", 2, "no-address")));
        assertThat(query("select 'all', count(*)::int, '' from event where key = ? and type like '%DeliveryFailed'")
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void a_connection_carries_many_mails_and_no_more_than_a_hundred() {
        host.become(Mood.FRIENDLY);
        int before = host.connections();
        for (int i = 0; i < 12; i++) {
            post.tell(post.achieved(programme, "Shell " + i));
            int sent = i + 1;
            await().until(() -> mails().size() == sent);
        }

        assertThat(host.connections() - before).isLessThanOrEqualTo(2);
    }
}
