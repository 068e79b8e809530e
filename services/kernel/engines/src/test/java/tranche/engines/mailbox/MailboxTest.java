package tranche.engines.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.engines.Ports;
import tranche.world.mail.Mail;
import tranche.world.mail.MailHost.Answer;
import tranche.world.mail.SmtpMailHost;
import tranche.world.mail.SmtpSettings;

/** The mailbox, filled by the product's own sender. */
class MailboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private int smtp;
    private int page;

    @TempDir
    private Path folder;

    @BeforeEach
    void find_ports() {
        List<Integer> ports = Ports.free(2);
        smtp = ports.getFirst();
        page = ports.getLast();
    }

    private SmtpMailHost sender() {
        return new SmtpMailHost(new SmtpSettings("127.0.0.1", smtp, Optional.empty(), Duration.ofSeconds(10)));
    }

    private static Mail mail(String id, String name) {
        return new Mail(
                id + "@tranche.example",
                Instant.parse("2026-03-02T09:30:00Z"),
                Locale.FRENCH,
                new Mail.Party("Tranche", "no-reply@tranche.example"),
                new Mail.Party(name, "zoe@example.org"),
                "Jalon vérifié\u202F: étape 1",
                "Bonjour\n.\n..deux points en tête",
                "<p>Bonjour <b>Zoé</b></p>",
                Map.of("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    private String read(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Test
    void keeps_what_it_is_sent_and_shows_it_as_json_and_on_a_page_after_a_restart_too() throws Exception {
        try (Mailbox _ = Mailbox.start(folder, smtp, page);
                SmtpMailHost sender = sender()) {
            assertThat(sender.send(mail("1", "Zoé Martin"))).isEqualTo(new Answer.Taken());
            assertThat(sender.send(mail("2", "<script>alert(1)</script>"))).isEqualTo(new Answer.Taken());
        }
        try (Mailbox _ = Mailbox.start(folder, smtp, page)) {
            JsonNode messages = new ObjectMapper().readTree(read("/messages"));

            assertThat(messages).hasSize(2);
            JsonNode first = messages.get(0);
            assertThat(first.get("to").asText()).isEqualTo("Zoé Martin <zoe@example.org>");
            assertThat(first.get("subject").asText()).isEqualTo("Jalon vérifié\u202F: étape 1");
            assertThat(first.get("text").asText().strip().replace("\r\n", "\n"))
                    .isEqualTo("Bonjour\n.\n..deux points en tête");
            assertThat(first.get("html").asText().strip()).isEqualTo("<p>Bonjour <b>Zoé</b></p>");
            assertThat(first.at("/headers/Message-ID").asText()).isEqualTo("<1@tranche.example>");
            assertThat(first.at("/headers/Content-Language").asText()).isEqualTo("fr");
            assertThat(first.at("/headers/List-Unsubscribe-Post").asText()).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(read("/")).contains("Jalon vérifié").doesNotContain("<script>");
            assertThat(read("/" + first.get("id").asText()))
                    .contains("srcdoc=\"&lt;p&gt;Bonjour")
                    .contains("Bonjour\r\n.");
        }
    }

    private int post(String path, String body, String... headers) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path))
                                .headers(headers)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void keeps_what_a_webhook_sends_letter_by_letter_so_that_its_signature_can_be_checked() throws Exception {
        String body = "{\"type\": \"MS-03\", \"data\": {\"title\": \"Étape vérifiée <b>\"}}";
        try (Mailbox _ = Mailbox.start(folder, smtp, page)) {
            assertThat(post(
                            "/hooks",
                            body,
                            "webhook-id",
                            "0193",
                            "webhook-timestamp",
                            "1772443800",
                            "webhook-signature",
                            "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="))
                    .isEqualTo(200);
            JsonNode kept = new ObjectMapper().readTree(read("/messages")).get(0);

            assertThat(kept.get("subject").asText()).isEqualTo("Webhook: MS-03");
            assertThat(kept.get("text").asText()).isEqualTo(body);
            assertThat(kept.at("/headers/webhook-id").asText()).isEqualTo("0193");
            assertThat(kept.at("/headers/webhook-timestamp").asText()).isEqualTo("1772443800");
            assertThat(kept.at("/headers/webhook-signature").asText())
                    .isEqualTo("v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=");
            assertThat(read("/" + kept.get("id").asText())).contains("webhook-signature", "vérifiée &lt;b&gt;");
        }
    }

    @Test
    void takes_nothing_that_no_webhook_has_sent() throws Exception {
        String[] signed = {"webhook-id", "1", "webhook-timestamp", "1", "webhook-signature", "v1,x"};
        try (Mailbox _ = Mailbox.start(folder, smtp, page)) {
            assertThat(post("/hooks", "{}", "webhook-id", "1")).isEqualTo(400);
            assertThat(post("/hooks", "x".repeat(300_000), signed)).isEqualTo(400);
            assertThat(post("/messages", "{}", signed)).isEqualTo(404);
            assertThat(read("/messages")).isEqualTo("[]");
        }
    }

    @Test
    void lets_its_ports_go_before_it_is_closed() {
        for (int again = 0; again < 300; again++) {
            try (Mailbox mailbox = Mailbox.start(folder, smtp, page)) {
                assertThat(mailbox).isNotNull();
            }
        }
    }

    @Test
    void a_number_that_is_none_leads_to_nothing() throws Exception {
        try (Mailbox _ = Mailbox.start(folder, smtp, page)) {
            assertThat(read("/../mailbox")).contains("Nothing here");
            assertThat(read("/00000001")).contains("Nothing here");
            assertThat(read("/")).contains("No mail yet");
        }
    }
}
