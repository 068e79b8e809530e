package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.delivery.NewDeliveries;
import tranche.values.actor.Actor;

/** A service beside a mail host, and what has arrived there. */
abstract class OverSmtp {

    private static final Pattern LINK = Pattern.compile("http://localhost:1/(confirm|unsubscribe)/([A-Za-z0-9_-]+)");

    @TempDir
    private static Path data;

    static GreenMail host;
    static NotificationsProcess service;
    static Post post;

    @BeforeAll
    static void start() throws Exception {
        host = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        host.start();
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
                        host.getSmtp().getPort(),
                        "tranche.mail.from",
                        "notices@tranche.example",
                        // What a slip has moved is sent when a test says so.
                        "tranche.mail.slip-wait-millis",
                        Duration.ofHours(1).toMillis()));
        post = new Post(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        host.stop();
    }

    /** All that waits for a time of somebody's is due. */
    static void dueNow(Actor actor) throws Exception {
        try (Connection owner = service.database.asOwner();
                PreparedStatement update = owner.prepareStatement(
                        "update delivery set due_at = now() where recipient_id = ? and due_at is not null")) {
            update.setObject(1, actor.account());
            update.executeUpdate();
        }
        service.bean(NewDeliveries.class).committed();
    }

    static List<MimeMessage> to(String address) {
        return Arrays.stream(host.getReceivedMessages())
                .filter(mail -> header(mail, "To").contains(address))
                .toList();
    }

    static MimeMessage only(String address) {
        await().until(() -> !to(address).isEmpty());
        assertThat(to(address)).hasSize(1);
        return to(address).getFirst();
    }

    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : jakarta.mail.internet.MimeUtility.unfold(String.join("|", values));
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static String part(MimeMessage mail, int place) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(place)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    static String link(MimeMessage mail, String kind) throws Exception {
        Matcher links = LINK.matcher(part(mail, 0));
        while (links.find()) {
            if (links.group(1).equals(kind)) {
                return links.group(2);
            }
        }
        throw new AssertionError("no link to " + kind + " in " + part(mail, 0));
    }

    /** The page behind a link asks so, for whoever opened it. */
    static Reply press(String command, String token) {
        return service.post(Actor.SYSTEM, "/recipients/" + command, "{\"token\": \"" + token + "\"}");
    }
}
