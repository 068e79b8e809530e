package tranche.portal.webhook.page;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.PortalProcess;
import tranche.upstream.Webhooks;
import tranche.upstream.Webhooks.Asked;

/** A portal before a service of notifications that has one endpoint and keeps what it is asked. */
final class HookOffice implements AutoCloseable {

    static final String LIST = "/operations/endpoints";
    static final UUID ENDPOINT = UUID.randomUUID();
    static final String PAGE = LIST + "/" + ENDPOINT;
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    final PortalProcess portal = PortalProcess.withWebhooks();
    final Webhooks service = portal.webhooks();

    @Override
    public void close() {
        portal.close();
    }

    /** An endpoint as the service has it, with more members where they are given. */
    static String endpoint(String state, String more) {
        return """
                {'id': '%s', 'url': 'https://hooks.example/in?a=1', 'types': ['MS-03', 'CC-03'], 'state': '%s',
                 'allowed': ['secret-rotation', 'test', 'deletion'], 'secretNumber': 1, 'previousSecretUntil': null,
                 'failingSince': null, 'createdAt': '2026-03-01T10:00:00Z', 'version': 1%s}""".formatted(ENDPOINT, state, more).replace('\'', '"');
    }

    static String withSecret() {
        return endpoint("UNVERIFIED", ", 'secret': '" + SECRET + "'");
    }

    void has(String state) {
        put("/webhook-endpoints", "{'items': [" + endpoint(state, "") + "], 'next': null}");
        put("/webhook-endpoints/" + ENDPOINT, endpoint(state, ""));
        delivered("");
    }

    void delivered(String deliveries) {
        put("/webhook-endpoints/" + ENDPOINT + "/deliveries", "{'items': [" + deliveries + "], 'next': null}");
    }

    void put(String path, String json) {
        service.put(path, json.replace('\'', '"'));
    }

    String page(String path) {
        return get(path, "en").body();
    }

    HttpResponse<String> get(String path, String language) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", portal.cookie("investor") + "; tranche-language=" + language));
    }

    HttpResponse<String> send(String path, Map<String, String> form) {
        return send(path, form, "en");
    }

    HttpResponse<String> send(String path, Map<String, String> form, String language) {
        String cookie = portal.cookie("investor");
        return post(path, cookie, "csrf=" + portal.csrf(cookie) + "&once=once-5&" + fields(form), language);
    }

    HttpResponse<String> sendWithoutCsrf(String path, Map<String, String> form) {
        return post(path, portal.cookie("investor"), "once=once-5&" + fields(form), "en");
    }

    private static String fields(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(String path, String cookie, String fields, String language) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=" + language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    Asked asked() {
        return Objects.requireNonNull(service.next(), "nothing reached the service");
    }
}
