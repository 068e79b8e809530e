package tranche.launcher.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.Commitments;
import tranche.commitments.forecast.ForecastCommands;
import tranche.commitments.forecast.domain.ForecastEvent;
import tranche.commitments.forecast.domain.Prospects;
import tranche.commitments.forecast.domain.RunForecast;
import tranche.commitments.fund.domain.FundId;
import tranche.engines.Folders;
import tranche.engines.Ports;
import tranche.flow.Flow;
import tranche.flow.writer.Sweep;
import tranche.milestones.Milestones;
import tranche.notifications.Notifications;
import tranche.notifications.email.StopToken;
import tranche.notifications.recipient.RecipientSeal;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.store.RecipientViews;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.TestDatabase;
import tranche.world.ids.Ids;

/** The portal and the services behind its front door, without a broker, called with the keys of the demo's accounts. */
final class Deployment implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final String PARK = """
        insert into dead_letter (id, consumer, topic, partition, record_offset, key, sequence, headers, record_value, reason,
                                 detail, attempts, parked_since, replayed_at)
        select ?, 'former', 'commitments.events', 0, (select count(*) from dead_letter), ?, 1, '[]', '', 'failed', '', 4,
               now(), case when ? then now() end
        """;

    private static final String PROGRAMME = "insert into programme (programme_id, zone) values (?, 'UTC')";

    private static final String ALERT = """
        with r as (insert into recipient (recipient_id, alerts, version, effective_date, recorded_at)
                   values (?::uuid, 1, 1, current_date, now()) on conflict (recipient_id) do update set alerts = 1
                   returning recipient_id),
             n as (insert into notice (notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id, roles,
                                       readers, published, figures)
                   values (gen_random_uuid(), 'CC_03', gen_random_uuid(), 'tranche.commitments.CallLineIssued', now(),
                           'CAPITAL_CALL', gen_random_uuid(), '{INVESTOR}', '{INVESTOR}', false,
                           '{"fund": {"named": "0199c1a2-44f0-7c0e-8a3b-5e2d9b7f4c02"}, "due": {"day": "2026-12-15"},
                             "amount": {"amount": "12.5000", "currency": "USD"}, "reference": {"words": "RF18539007547034"}}')
                   returning notice_id)
        insert into alert (alert_id, recipient_id, number, notice_id, created_at, channels, send_at)
        select gen_random_uuid(), r.recipient_id, 1, n.notice_id, now(), '{PORTAL}', now() from r, n
        """;

    private final String origin;
    private final Path data;
    private final TestDatabase behindCommitments = TestDatabase.create("commitments");
    private final TestDatabase behindMilestones = TestDatabase.create("milestones");
    private final TestDatabase behindNotifications = TestDatabase.create("notifications");
    private final ApplicationContext commitments;
    private final ApplicationContext milestones;
    private final ApplicationContext notifications;
    private final ApplicationContext portal;
    private final JsonNode accounts;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Exchange> exchanges = new ArrayList<>();

    private Deployment(Path data, int port, int behind, int besideIt, int alerting) throws IOException {
        this.data = data;
        origin = "http://localhost:" + port;
        Map<String, Object> ofPortal = properties("portal", port, TestDatabase.create("portal"));
        ofPortal.put("tranche.demo", true);
        ofPortal.put("tranche.upstream.commitments", "http://127.0.0.1:" + behind);
        ofPortal.put("tranche.upstream.milestones", "http://127.0.0.1:" + besideIt);
        ofPortal.put("tranche.upstream.notifications", "http://127.0.0.1:" + alerting);
        portal = Portal.start(ofPortal);
        Map<String, Object> ofCommitments = properties("commitments", behind, behindCommitments);
        ofCommitments.put("tranche.keys-url", origin + "/.well-known/jwks.json");
        commitments = Commitments.start(ofCommitments);
        Map<String, Object> ofMilestones = properties("milestones", besideIt, behindMilestones);
        ofMilestones.put("tranche.keys-url", origin + "/.well-known/jwks.json");
        milestones = Milestones.start(ofMilestones);
        Map<String, Object> ofNotifications = properties("notifications", alerting, behindNotifications);
        ofNotifications.put("tranche.keys-url", origin + "/.well-known/jwks.json");
        ofNotifications.put("tranche.allow-private-webhooks", true);
        notifications = Notifications.start(ofNotifications);
        portal.getBean(DemoAccounts.class).prepare(Map.of("username", "reader", "password", "of topics"));
        accounts = new ObjectMapper()
                .readTree(data.resolve("portal/demo-accounts.json").toFile());
    }

    static Deployment start() {
        try {
            List<Integer> ports = Ports.free(4);
            return new Deployment(
                    Files.createTempDirectory("tranche-contract-"),
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Object> properties(String service, int port, TestDatabase database) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", origin);
        properties.put(
                "tranche.data", Files.createDirectories(data.resolve(service)).toString());
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", "127.0.0.1:1");
        properties.put("tranche.registry.url", "http://127.0.0.1:1");
        return properties;
    }

    /** Has the forecast of a fund reckoned, as an event of its topic does. */
    void forecast(UUID fund) {
        var run = Sweep.<Prospects, RunForecast, ForecastEvent>submission(
                fund, new RunForecast(new FundId(fund)), commitments.getBean(Ids.class));
        commitments.getBean(Flow.class).writers().together(transaction -> {
            transaction.lock(Set.of(fund), Set.of());
            return transaction.submit(commitments.getBean(ForecastCommands.class), List.of(run));
        });
    }

    /**
     * Puts a record of the commitments service aside, as one of its consumers does with what it cannot handle.
     *
     * @param handled whether it was handled after all
     * @return the dead letter's id
     */
    UUID park(boolean handled) {
        UUID id = UUID.randomUUID();
        try (Connection database = behindCommitments.asService();
                PreparedStatement insert = database.prepareStatement(PARK)) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.setBoolean(3, handled);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return id;
    }

    /** Tells the service of milestones of a programme, as a broker would. */
    void tellOfProgramme(String id) {
        try (Connection database = behindMilestones.asService();
                PreparedStatement insert = database.prepareStatement(PROGRAMME)) {
            insert.setObject(1, UUID.fromString(id));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Tells the service of commitments of a site of a programme, as a broker would; gives the project's id. */
    UUID tellOfSite(String programme) {
        UUID project = UUID.randomUUID();
        try (Connection database = behindCommitments.asService();
                PreparedStatement insert = database.prepareStatement(
                        "insert into site (project_id, programme_id, country, region) values (?, ?, 'US', 'US-AZ')")) {
            insert.setObject(1, project);
            insert.setObject(2, UUID.fromString(programme));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return project;
    }

    /** The token of the mail that asks whether an address is the account's. */
    String confirmationToken(UUID account) {
        Address address = notifications
                .getBean(RecipientViews.class)
                .file(account)
                .one()
                .address()
                .orElseThrow();
        return notifications
                .getBean(RecipientSeal.class)
                .open(account, address.link().orElseThrow().token());
    }

    /** The token with which an alert's mail turns further mail of its type off. */
    String unsubscriptionToken(UUID alert) {
        UUID delivery = UUID.randomUUID();
        try (Connection database = behindNotifications.asService();
                PreparedStatement insert = database.prepareStatement("""
                        insert into delivery (delivery_id, recipient_id, alert_id, channel, target_id, state, created_at)
                        select ?, recipient_id, alert_id, 'EMAIL', recipient_id, 'SENT', now() from alert where alert_id = ?
                        """)) {
            insert.setObject(1, delivery);
            insert.setObject(2, alert);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return notifications.getBean(StopToken.class).of(delivery);
    }

    /** Tells an account of a capital call, as its event on the topic would. */
    void tellOfCall(String account) {
        try (Connection database = behindNotifications.asService();
                PreparedStatement insert = database.prepareStatement(ALERT)) {
            insert.setString(1, account);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Follows a stream until it says something. */
    Exchange follow(String account, String path, String... headers) {
        return send(account, "GET", path, "", _ -> new FirstWords(), headers);
    }

    /** All that was asked and answered, in order. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What a mail program, or its reader, gets that presses the button of a mail's link: not of the API. */
    HttpResponse<String> press(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Exchange get(String account, String path, String... headers) {
        return send(account, "GET", path, "", headers);
    }

    Exchange post(String account, String path, String body, String... headers) {
        return send(account, "POST", path, body, headers);
    }

    /** @param account whose key is sent; empty for none */
    Exchange send(String account, String method, String path, String body, String... headers) {
        return send(account, method, path, body, BodyHandlers.ofString(), headers);
    }

    private Exchange send(
            String account, String method, String path, String body, BodyHandler<String> answer, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!account.isEmpty()) {
            request.header(
                    "Authorization",
                    "Bearer " + accounts.at("/" + account + "/apiKey").asText());
        }
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpRequest sent = request.build();
        try {
            Exchange exchange = new Exchange(sent, body, client.send(sent, answer));
            exchanges.add(exchange);
            return exchange;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        portal.close();
        commitments.close();
        milestones.close();
        notifications.close();
        try {
            Folders.delete(data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
