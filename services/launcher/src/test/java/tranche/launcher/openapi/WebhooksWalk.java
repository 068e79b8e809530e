package tranche.launcher.openapi;

import static org.awaitility.Awaitility.await;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The way of a webhook endpoint from its making to its end. */
final class WebhooksWalk {

    private static final String ENDPOINTS = "/api/v1/webhook-endpoints";
    private static final String DELIVERIES = "/api/v1/deliveries";
    private static final String OWNER = "investor";
    private static final String ANOTHER = "stakeholder";

    private final Deployment api;

    WebhooksWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        HttpServer receiver = receiver();
        try {
            walk("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        } finally {
            receiver.stop(0);
        }
    }

    private void walk(String url) {
        String body = "{\"url\": \"" + url + "\", \"types\": [\"*\"]}";
        String endpoint = done(api.post(OWNER, ENDPOINTS, body, "Idempotency-Key", "a-webhook"))
                .json()
                .get("id")
                .asText();
        String place = ENDPOINTS + "/" + endpoint;
        refused("validation", api.post(OWNER, ENDPOINTS, "{\"url\": \"somewhere\", \"types\": []}"));
        String delivery = delivered(place).get("id").asText();
        done(api.get(OWNER, ENDPOINTS));
        done(api.get(OWNER, ENDPOINTS, "Accept", CommitmentsWalk.CSV));
        done(api.get(OWNER, place));
        done(api.post(OWNER, place + "/secret-rotation", ""));
        refused("version-conflict", api.post(OWNER, place + "/test", "", "If-Match", "\"1\""));
        done(api.post(OWNER, place + "/test", ""));
        done(api.get(OWNER, place + "/deliveries", "Accept", CommitmentsWalk.XLSX));
        done(api.post(OWNER, place + "/deliveries/" + delivery + "/replay", ""));
        delivered(place);
        done(api.post(OWNER, DELIVERIES + "/" + delivery + "/replay", ""));
        done(api.get("auditor", DELIVERIES + "?state=DELIVERED"));
        refused("validation", api.get(OWNER, DELIVERIES + "?state=LOST"));
        refused("not-found", api.post(ANOTHER, DELIVERIES + "/" + delivery + "/replay", ""));
        refused("not-found", api.get(ANOTHER, place));
        done(api.send(OWNER, "DELETE", place, ""));
        refused("not-found", api.get(OWNER, place));
    }

    /** The first delivery of the endpoint, once all of them have arrived. */
    private JsonNode delivered(String place) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        done(api.get(OWNER, place + "/deliveries"))
                                .json()
                                .get("items")
                                .findValuesAsText("state")
                                .stream()
                                .allMatch("DELIVERED"::equals));
        JsonNode items = done(api.get(OWNER, place + "/deliveries")).json().get("items");
        return items.get(items.size() - 1);
    }

    private static HttpServer receiver() {
        try {
            HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            receiver.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            receiver.start();
            return receiver;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
