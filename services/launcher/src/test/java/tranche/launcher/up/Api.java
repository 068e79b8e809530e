package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The front door of a demo, asked with the keys of its accounts file: what a client has, and nothing else. */
public class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String origin;
    private final JsonNode accounts;

    public Api(int port, Path data) {
        this.origin = "http://localhost:" + port;
        try {
            this.accounts = JSON.readTree(data.resolve("demo-accounts.json").toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An answer, with its body read where it is JSON. */
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String field) {
            return body.path(field).asText();
        }

        public UUID id() {
            return UUID.fromString(text("id"));
        }

        public Reply with(int expected) {
            assertThat(status).as(raw.body()).isEqualTo(expected);
            return this;
        }
    }

    /** What the accounts file says of one. */
    final JsonNode account(String username) {
        return accounts.path(username);
    }

    public final Reply get(String account, String path) {
        return send(request(account, path).GET());
    }

    /** The same as JSON, where there are other forms of it. */
    public final Reply json(String account, String path) {
        return send(request(account, path).header("Accept", "application/json").GET());
    }

    /** The bytes of a file, as they were sent; the account is empty for somebody without a key. */
    public final HttpResponse<byte[]> file(Optional<String> account, String path, String... headers) {
        HttpRequest.Builder request =
                account.map(name -> request(name, path)).orElseGet(() -> HttpRequest.newBuilder(api(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return raw(request, BodyHandlers.ofByteArray());
    }

    /**
     * The lines of a stream, for as long as it lasts.
     *
     * @param last id of the last event that its reader has; empty where it has none
     */
    public final Stream<String> follow(String account, String path, String last) {
        HttpRequest.Builder request = request(account, path).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return raw(request, BodyHandlers.ofLines()).body();
    }

    /** What stands under an address outside the API, for anybody. */
    public final String open(String path) {
        return raw(HttpRequest.newBuilder(URI.create(origin + path))).body();
    }

    /** All of a list, page by page. */
    final List<JsonNode> all(String account, String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(account, path + "?limit=500").with(200).body();
        page.get("items").forEach(items::add);
        while (!page.path("next").isNull()) {
            page = get(account, path + "?limit=500&after=" + page.get("next").asText())
                    .with(200)
                    .body();
            page.get("items").forEach(items::add);
        }
        return items;
    }

    public Reply post(String account, String path, String body, String... headers) {
        HttpRequest.Builder request = request(account, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Submits a file as evidence of a milestone. */
    public final Reply submit(String account, UUID milestone, String kind, String content) {
        String part = "--part\r\nContent-Disposition: form-data; name=";
        String form = part + "\"kind\"\r\n\r\n" + kind + "\r\n" + part
                + "\"file\"; filename=\"evidence.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content
                + "\r\n--part--\r\n";
        return send(request(account, "/milestones/" + milestone + "/evidence")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(form)));
    }

    /** Changes an object. */
    public final Reply patch(String account, String path, String body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    /** A page, read with a session of its own. */
    public final String page(String account, String path) {
        String form = "demo=" + account + "&back=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        HttpResponse<String> in = raw(HttpRequest.newBuilder(URI.create(origin + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(form)));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpResponse<String> page = raw(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "text/html")
                .header("Cookie", cookie));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /** What the mailbox of the launcher of a port keeps, as JSON. */
    public final String mails(int port) {
        return raw(HttpRequest.newBuilder(URI.create("http://localhost:" + (port + 6) + "/messages")))
                .body();
    }

    /** The same, those that one has in its subject, the first first. */
    final List<JsonNode> mails(int port, String subject) {
        List<JsonNode> found = new ArrayList<>();
        try {
            JSON.readTree(mails(port)).forEach(mail -> {
                if (mail.get("subject").asText().contains(subject)) {
                    found.add(mail);
                }
            });
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
        return found;
    }

    private HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(api(path))
                .header(
                        "Authorization",
                        "Bearer " + account(account).path("apiKey").asText());
    }

    private URI api(String path) {
        return URI.create(origin + "/api/v1" + path);
    }

    private Reply send(HttpRequest.Builder request) {
        HttpResponse<String> raw = raw(request);
        try {
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.nullNode(), raw);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private HttpResponse<String> raw(HttpRequest.Builder request) {
        return raw(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> raw(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.timeout(LIMIT).build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
