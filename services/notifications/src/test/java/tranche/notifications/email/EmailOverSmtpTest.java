package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.CallLineIssued;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** People are mailed what they are told, over a real mail host. */
class EmailOverSmtpTest extends OverSmtp {

    private static Reply gives(Actor actor, String address) {
        return service.send(actor, "PATCH", "/recipients/me", "{\"email\": \"" + address + "\"}");
    }

    @Test
    @DisplayName(
            "nobody fills a stranger's mailbox: three addresses an hour for each, three mails a day to each address")
    void an_address_is_asked_seldom_whoever_gives_it() {
        Scope scope = Scope.ofProgramme(UUID.randomUUID());
        List<Actor> many = List.of(
                post.anybody(Role.STAKEHOLDER, scope),
                post.anybody(Role.STAKEHOLDER, scope),
                post.anybody(Role.STAKEHOLDER, scope));
        for (String address : List.of("victim@example.net", "decoy@example.net", "victim@example.net")) {
            assertThat(gives(many.getFirst(), address).status()).isBetween(200, 201);
        }
        Reply fourth = gives(many.getFirst(), "decoy@example.net");
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.text("code")).isEqualTo("too-many-addresses");
        assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(3000, 3601);
        assertThat(gives(many.get(1), "VICTIM@example.net").status()).isBetween(200, 201);
        Reply ofAnother = gives(many.get(2), "victim@example.net");
        assertThat(ofAnother.status()).isEqualTo(429);
        assertThat(Integer.parseInt(ofAnother.header("Retry-After"))).isBetween(80_000, 86_401);
        assertThat(gives(many.get(2), "elsewhere@example.net").status()).isBetween(200, 201);
        assertThat(service.send(many.getFirst(), "PATCH", "/recipients/me", "{\"language\": \"fr\"}")
                        .status())
                .as("what names no address goes on")
                .isBetween(200, 201);

        await().until(() -> !to("elsewhere@example.net").isEmpty());
        await().until(() -> to("VICTIM@example.net").size() == 1);
        assertThat(to("victim@example.net").size() + to("VICTIM@example.net").size())
                .isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("MS-03: mails each one of its audience once, in his language; text and HTML say the same")
    void a_verified_milestone_is_mailed_to_its_audience() throws Exception {
        UUID programme = UUID.randomUUID();
        Scope scope = Scope.ofProgramme(programme);
        post.known(Role.STAKEHOLDER, scope, "en", "ann@example.org");
        post.known(Role.FUND_MANAGER, scope, "fr", "zoe@example.org");
        Actor without = post.anybody(Role.STAKEHOLDER, scope);
        var achieved = post.achieved(programme, "Shell of <Fab 21> \u00C9t\u00E9");
        post.tell(achieved);
        post.tell(achieved);

        MimeMessage english = only("ann@example.org");
        MimeMessage french = only("zoe@example.org");

        assertThat(english.getSubject()).isEqualTo("Verified: Shell of <Fab 21> Été");
        assertThat(french.getSubject()).isEqualTo("Vérifié\u202F: Shell of <Fab 21> Été");
        assertThat(header(french, "Content-Language")).isEqualTo("fr");
        assertThat(header(french, "From")).isEqualTo("Tranche <notices@tranche.example>");
        assertThat(header(french, "Message-ID")).matches("<[0-9a-f-]{36}@tranche\\.example>");
        assertThat(header(french, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(french, "To")).doesNotContain("Zoé").contains("=?UTF-8?");
        assertThat(french.getSentDate()).isNotNull();
        String text = part(french, 0);
        String html = part(french, 1);
        assertThat(html)
                .contains("<html lang=\"fr\">")
                .contains("Shell of &lt;Fab 21&gt; Été")
                .doesNotContain("<Fab 21>")
                .contains("name=\"color-scheme\"");
        String plain = html.replaceAll("(?s)<title>.*?</title>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        for (String line : text.split("\n")) {
            if (!line.isBlank() && !line.equals("-- ") && !line.startsWith("http")) {
                assertThat(plain).contains(line);
            }
            if (line.startsWith("http")) {
                assertThat(html).contains("href=\"" + line + "\"");
            }
        }
        assertThat(text).contains("http://localhost:1/milestones/" + achieved.getMilestoneId());
        assertThat(service.get(without, "/alerts").body().get("items")).hasSize(1);
    }

    @Test
    @DisplayName("RFC 8058: one click turns off mail of that type and of no other; what is mandatory has no such link")
    void one_click_unsubscribes_from_one_type() throws Exception {
        UUID programme = UUID.randomUUID();
        UUID investor = UUID.randomUUID();
        Actor off = post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "en", "off@example.org");
        Actor contact = post.known(Role.INVESTOR, Scope.ofInvestor(investor), "en", "contact@example.org");
        MilestoneAchieved told = post.achieved(programme, "First");
        post.tell(told);
        MimeMessage first = only("off@example.org");
        String token = link(first, "unsubscribe");

        assertThat(header(first, "Traceparent"))
                .startsWith("00-" + told.getHead().getCorrelationId().toString().replace("-", "") + "-");
        assertThat(header(first, "List-Unsubscribe")).isEqualTo("<http://localhost:1/unsubscribe/" + token + ">");
        assertThat(header(first, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(press("unsubscription", token.substring(1) + "A").status()).isEqualTo(410);
        Reply pressed = press("unsubscription", token);
        assertThat(pressed.status()).as(pressed.raw().body()).isEqualTo(200);
        assertThat(pressed.text("type")).isEqualTo("MS-03");
        assertThat(press("unsubscription", token).status()).isEqualTo(200);
        assertThat(press("confirmation", token).status()).isEqualTo(410);

        assertThat(channels(off, "MS-03")).isEqualTo(Map.of("PORTAL", true, "EMAIL", false, "WEBHOOK", true));
        assertThat(channels(off, "MS-05")).containsEntry("EMAIL", true);

        post.tell(post.achieved(programme, "Second"));
        UUID project = UUID.randomUUID();
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(
                        tranche.milestones.MilestoneSlipped.class,
                        project,
                        Map.of("programmeId", programme, "projectId", project)));
        dueNow(off);
        await().until(() -> to("off@example.org").size() == 2);
        assertThat(to("off@example.org").getLast().getSubject()).doesNotContain("Second");

        UUID fund = UUID.randomUUID();
        service.tell(
                NoticeReactions.class,
                fund,
                Told.event(
                        CallLineIssued.class,
                        fund,
                        Map.of("fundId", fund, "investorId", investor, "dueDate", LocalDate.of(2026, 12, 15))));
        MimeMessage call = only("contact@example.org");
        assertThat(header(call, "List-Unsubscribe")).isEmpty();
        assertThat(header(call, "List-Unsubscribe-Post")).isEmpty();
        assertThat(part(call, 0))
                .contains("http://localhost:1/calls/")
                .contains("It always stands in the portal")
                .doesNotContain("unsubscribe")
                .doesNotContain("IBAN");
        assertThat(service.get(contact, "/recipients/me").text("emailState")).isEqualTo("VERIFIED");
    }

    /** By what somebody is told of a type, as its preferences say. */
    private static Map<String, Boolean> channels(Actor actor, String type) {
        Map<String, Boolean> channels = new HashMap<>();
        for (JsonNode item : service.get(actor, "/preferences").body().get("items")) {
            if (item.get("type").asText().equals(type)) {
                item.get("channels")
                        .properties()
                        .forEach(channel -> channels.put(
                                channel.getKey(), channel.getValue().asBoolean()));
            }
        }
        return channels;
    }

    private static void prefers(Actor actor, String rest) {
        Reply said = service.send(
                actor, "PUT", "/preferences", "{\"language\": \"en\", \"timeZone\": \"UTC\", " + rest + "}");
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
    }

    private static List<Instant> due(Actor actor) throws Exception {
        List<Instant> due = new ArrayList<>();
        try (Connection owner = service.database.asOwner();
                PreparedStatement select =
                        owner.prepareStatement("select due_at from delivery where recipient_id = ?")) {
            select.setObject(1, actor.account());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getTimestamp("due_at").toInstant());
                }
            }
        }
        return due;
    }

    @Test
    @DisplayName("N-3: who wants no mail of a type gets none, who sleeps gets it later, and what is critical at once")
    void mail_comes_as_it_is_wanted() throws Exception {
        Scope scope = Scope.ofProgramme(UUID.randomUUID());
        UUID programme = scope.programme().orElseThrow();
        post.known(Role.STAKEHOLDER, scope, "en", "awake@example.org");
        Actor muted = post.known(Role.STAKEHOLDER, scope, "en", "muted@example.org");
        Actor asleep = post.known(Role.STAKEHOLDER, scope, "en", "asleep@example.org");
        prefers(
                muted,
                "\"items\": [{\"type\": \"MS-03\", \"channels\": {\"PORTAL\": true, \"EMAIL\": false, \"WEBHOOK\": false}}]");
        Instant now = Instant.now();
        LocalTime wall = LocalTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        prefers(
                asleep,
                "\"quietHours\": {\"from\": \"%s\", \"to\": \"%s\"}".formatted(wall.minusHours(1), wall.plusHours(11)));
        post.tell(post.achieved(programme, "Wanted"));
        only("awake@example.org");

        assertThat(service.get(muted, "/alerts").body().get("items")).hasSize(1);
        assertThat(due(muted)).isEmpty();
        assertThat(service.get(asleep, "/alerts").body().get("items")).hasSize(1);
        assertThat(due(asleep))
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(now.plusSeconds(10 * 3600), now.plusSeconds(11 * 3600)));
        assertThat(to("asleep@example.org")).isEmpty();

        UUID project = UUID.randomUUID();
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(
                        MilestoneVerificationRevoked.class,
                        project,
                        Map.of("programmeId", programme, "projectId", project)));
        assertThat(only("asleep@example.org").getSubject()).contains("withdrawn");

        Reply moved = service.send(asleep, "PATCH", "/recipients/me", "{\"timeZone\": \"Pacific/Auckland\"}");
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        post.tell(post.achieved(programme, "By day"));
        await().until(() -> to("asleep@example.org").size() == 2);
        assertThat(to("asleep@example.org").getLast().getSubject()).isEqualTo("Verified: By day");
    }

    @Test
    void who_says_french_among_the_preferences_is_mailed_in_french() throws Exception {
        UUID programme = UUID.randomUUID();
        Actor actor = post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "en", "now-french@example.org");
        Reply said =
                service.send(actor, "PUT", "/preferences", "{\"language\": \"fr\", \"timeZone\": \"Europe/Paris\"}");
        post.tell(post.achieved(programme, "Fab"));

        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
        assertThat(header(only("now-french@example.org"), "Content-Language")).isEqualTo("fr");
    }

    @Test
    void an_address_is_asked_once_and_confirmed_by_the_button_behind_its_link() throws Exception {
        Actor actor = post.anybody(Role.APPROVER, Scope.DEPLOYMENT);
        String body = """
                {"displayName": "Léa Petit", "language": "fr", "timeZone": "Europe/Paris", "email": "lea@example.org"}
                """;
        Reply given = service.post(actor, "/recipients", body, "Idempotency-Key", "once");
        Reply again = service.post(actor, "/recipients", body, "Idempotency-Key", "once");

        assertThat(given.status()).as(given.raw().body()).isEqualTo(201);
        assertThat(given.header("Location")).isEqualTo("/api/v1/recipients/" + actor.account());
        assertThat(given.text("email")).isEqualTo("lea@example.org");
        assertThat(given.text("emailState")).isEqualTo("UNVERIFIED");
        assertThat(again.raw().body()).isEqualTo(given.raw().body());
        service.post(actor, "/recipients", body);
        MimeMessage question = only("lea@example.org");
        assertThat(question.getSubject()).isEqualTo("Confirmez votre adresse e-mail");
        String token = link(question, "confirm");

        assertThat(service.get(actor, "/recipients/me").text("emailState")).isEqualTo("UNVERIFIED");
        assertThat(press("confirmation", token).text("emailState")).isEqualTo("VERIFIED");
        Reply twice = press("confirmation", token);
        assertThat(twice.status()).isEqualTo(410);
        assertThat(twice.text("type")).endsWith("/problems/link-gone");
        assertThat(service.get(actor, "/recipients/me").text("emailState")).isEqualTo("VERIFIED");
        assertThat(to("lea@example.org")).hasSize(1);
        assertThat(stored("lea@example.org")).isZero();
        assertThat(stored("Léa Petit")).isZero();
        assertThat(stored(token)).isZero();
    }

    /** Rows of any table in which a text stands in the open. */
    private static long stored(String text) throws Exception {
        try (Connection owner = service.database.asOwner();
                Statement statement = owner.createStatement()) {
            StringBuilder all = new StringBuilder("select 0");
            try (ResultSet tables = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'"
                            + " and table_type = 'BASE TABLE'")) {
                while (tables.next()) {
                    String table = tables.getString(1);
                    all.append(" + (select count(*) from \"" + table + "\" t where strpos(t::text, '" + text
                            + "') > 0 or strpos(t::text, encode(convert_to('" + text + "', 'UTF8'), 'hex')) > 0)");
                }
            }
            try (ResultSet count = statement.executeQuery(all.toString())) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    @Test
    void nobody_sees_or_changes_another_s_address_and_only_a_manager_vouches_for_one() {
        Actor owner = post.known(Role.STAKEHOLDER, Scope.ofProgramme(UUID.randomUUID()), "en", "own@example.org");
        Actor other = post.anybody(Role.APPROVER, Scope.DEPLOYMENT);
        Actor elsewhere = NotificationsProcess.with(Role.FUND_MANAGER, Scope.ofProgramme(UUID.randomUUID()));
        Actor manager = NotificationsProcess.anybody(Role.FUND_MANAGER);
        String path = "/recipients/" + owner.account();

        for (Actor stranger : List.of(other, elsewhere)) {
            assertThat(service.get(stranger, path).status()).isEqualTo(404);
            assertThat(service.send(stranger, "PATCH", path, "{\"email\": \"x@example.org\"}")
                            .status())
                    .isEqualTo(404);
            Reply named = service.post(stranger, "/recipients", """
                    {"accountId": "%s", "displayName": "X", "language": "en", "timeZone": "UTC"}
                    """.formatted(owner.account()));
            assertThat(named.status()).isEqualTo(422);
            assertThat(named.body().at("/errors/0/code").asText()).isEqualTo("unknown-reference");
        }
        assertThat(service.get(manager, path).text("email")).isEqualTo("own@example.org");
        Reply own = service.send(
                owner,
                "PATCH",
                "/recipients/me",
                "{\"email\": \"new@example.org\", \"emailVerifiedBy\": \"I say so\"}");
        assertThat(own.status()).isEqualTo(403);
        Reply stale = service.send(owner, "PATCH", path, "{\"language\": \"fr\"}", "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        Reply cleared = service.send(owner, "PATCH", path, "{\"email\": null}");
        assertThat(cleared.body().get("email").isNull()).isTrue();
        assertThat(cleared.body().get("emailState").isNull()).isTrue();
    }

    @Test
    void a_line_break_begins_no_header_wherever_it_comes_from() throws Exception {
        Actor actor = post.anybody(Role.STAKEHOLDER, Scope.ofProgramme(UUID.randomUUID()));
        for (String address : List.of(
                "a@example.org\\r\\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "\\\"a b\\\"@example.org",
                "a@[127.0.0.1]",
                "a@localhost",
                "<a@example.org>")) {
            Reply refused = service.post(actor, "/recipients", """
                    {"displayName": "A", "language": "en", "timeZone": "UTC", "email": "%s"}
                    """.formatted(address));
            assertThat(refused.status()).as(address).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/email");
        }
        Reply name = service.post(actor, "/recipients", """
                {"displayName": "A\\r\\nBcc: b@example.org", "language": "en", "timeZone": "UTC"}
                """);
        assertThat(name.status()).isEqualTo(422);

        UUID programme = UUID.randomUUID();
        post.known(Role.STAKEHOLDER, Scope.ofProgramme(programme), "en", "lines@example.org");
        post.tell(post.achieved(programme, "Fab\r\nBcc: b@example.org\r\n\r\n<script>alert(1)</script>"));
        MimeMessage mail = only("lines@example.org");
        assertThat(header(mail, "Bcc")).isEmpty();
        assertThat(mail.getSubject()).isEqualTo("Verified: Fab Bcc: b@example.org <script>alert(1)</script>");
        assertThat(part(mail, 1)).doesNotContain("<script>");
    }
}
