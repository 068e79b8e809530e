package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What can wait: told together when its time has come, and not at all where it is settled by then. */
class DigestsOverSmtpTest extends OverSmtp {

    private static void prefers(Actor actor, String rest) {
        Reply said = service.send(
                actor, "PUT", "/preferences", "{\"language\": \"en\", \"timeZone\": \"UTC\", " + rest + "}");
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
    }

    private static List<Instant> due(Actor actor) throws Exception {
        List<Instant> due = new ArrayList<>();
        try (Connection owner = service.database.asOwner();
                PreparedStatement select = owner.prepareStatement(
                        "select due_at from delivery where recipient_id = ? and due_at is not null")) {
            select.setObject(1, actor.account());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getTimestamp("due_at").toInstant());
                }
            }
        }
        return due;
    }

    private static String together(String... types) {
        return Arrays.stream(types)
                .map(type -> "{\"type\": \"" + type + "\", \"digest\": \"DAILY\","
                        + " \"channels\": {\"PORTAL\": true, \"EMAIL\": true, \"WEBHOOK\": false}}")
                .collect(Collectors.joining(",", "\"items\": [", "]"));
    }

    private static void slips(UUID programme) {
        UUID project = UUID.randomUUID();
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(MilestoneSlipped.class, project, Map.of("programmeId", programme, "projectId", project)));
    }

    @Test
    @DisplayName("N-5: what is wanted daily comes as one mail, the most severe first, that turns all of it off")
    void what_is_wanted_together_is_one_mail() throws Exception {
        UUID programme = UUID.randomUUID();
        Actor daily = post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "en", "daily@example.org");
        prefers(daily, together("MS-03", "MS-05"));
        post.tell(post.achieved(programme, "Shell"));
        slips(programme);
        post.tell(post.achieved(programme, "Tools"));
        assertThat(due(daily)).as("one mail for all").hasSize(1);
        dueNow(daily);

        MimeMessage mail = only("daily@example.org");
        assertThat(mail.getSubject()).isEqualTo("3 things have changed, one of them presses");
        assertThat(part(mail, 0)).containsSubsequence(" slips by 3 days", "Shell is verified", "Tools is verified");
        assertThat(part(mail, 1)).contains("Shell is verified", "http://localhost:1/milestones/");
        assertThat(header(mail, "Message-ID")).endsWith("@tranche.example>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        await().until(
                        () -> service.get(daily, "/deliveries?state=SENT")
                                .body()
                                .get("items"),
                        items -> items.size() == 1);

        slips(programme);
        assertThat(due(daily).getLast()).as("of the next day").isAfter(Instant.now());
        Reply off = press("unsubscription", link(mail, "unsubscribe"));
        assertThat(off.body().get("types")).hasSize(2);
        assertThat(service.get(daily, "/preferences").raw().body())
                .contains("\"type\":\"MS-03\",\"mandatory\":false,\"channels\":{\"PORTAL\":true,\"EMAIL\":false");
    }

    @Test
    @DisplayName(
            "N-5: more than fifty are told by where they belong, in French too; where nothing is left, nothing is sent")
    void many_are_told_by_project_and_none_not_at_all() throws Exception {
        UUID programme = UUID.randomUUID();
        Actor many = post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "fr", "many@example.org");
        Actor gone = post.known(Role.VERIFIER, Scope.ofProgramme(programme), "en", "gone@example.org");
        service.send(
                many,
                "PUT",
                "/preferences",
                "{\"language\": \"fr\", \"timeZone\": \"UTC\", " + together("MS-05") + "}");
        prefers(gone, together("MS-01"));
        UUID project = UUID.randomUUID();
        UUID claimed = UUID.randomUUID();
        Map<String, UUID> ids = Map.of("programmeId", programme, "projectId", project, "milestoneId", claimed);
        service.tell(
                SubjectReactions.class,
                project,
                Told.event(ProjectRegistered.class, project, Map.of("projectId", project, "name", "Fab 21")));
        service.tell(
                NoticeReactions.class,
                project,
                IntStream.range(0, 51)
                        .mapToObj(_ -> Told.event(
                                MilestoneSlipped.class,
                                project,
                                Map.of("programmeId", programme, "projectId", project)))
                        .toArray(SpecificRecord[]::new));
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(MilestoneClaimed.class, project, ids),
                Told.event(MilestoneRejected.class, project, ids));
        dueNow(many);
        dueNow(gone);

        MimeMessage mail = only("many@example.org");
        assertThat(mail.getSubject()).isEqualTo("51 changements, dont 51 pressants");
        assertThat(part(mail, 0)).contains("Fab 21\u202f: 51 changements");
        await().until(() -> service.get(gone, "/deliveries?state=CANCELLED")
                .body()
                .at("/items/0/reason")
                .asText()
                .equals("nothing-to-send"));
        assertThat(to("gone@example.org")).isEmpty();
    }

    @Test
    @DisplayName("N-6: what is settled before it was sent is not sent any more")
    void what_is_superseded_is_not_mailed() throws Exception {
        UUID programme = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        Map<String, UUID> ids =
                Map.of("programmeId", programme, "projectId", project, "milestoneId", UUID.randomUUID());
        Actor asleep = post.known(Role.VERIFIER, Scope.ofProgramme(programme), "en", "asleep@example.org");
        LocalTime wall = LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        prefers(
                asleep,
                "\"quietHours\": {\"from\": \"%s\", \"to\": \"%s\"}".formatted(wall.minusHours(1), wall.plusHours(11)));
        service.tell(NoticeReactions.class, project, Told.event(MilestoneClaimed.class, project, ids));
        assertThat(due(asleep)).hasSize(1);
        service.tell(NoticeReactions.class, project, Told.event(MilestoneRejected.class, project, ids));
        dueNow(asleep);

        await().until(() -> service.get(asleep, "/deliveries?state=CANCELLED")
                .body()
                .at("/items/0/reason")
                .asText()
                .equals("superseded"));
        assertThat(to("asleep@example.org")).isEmpty();
    }
}
