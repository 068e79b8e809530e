package tranche.portal.approval.page;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.PortalProcess;
import tranche.upstream.Drawdowns;

/** A portal whose approvals lie with a stand-in for the service of commitments. */
final class ApprovalOffice implements AutoCloseable {

    static final UUID PROPOSAL = UUID.randomUUID();
    static final UUID TRANCHE = UUID.randomUUID();
    static final String HASH = "ab12".repeat(16);

    final PortalProcess portal = PortalProcess.demo();
    final Drawdowns service = portal.drawdowns();

    @Override
    public void close() {
        portal.close();
    }

    /** Nothing waits any more. */
    void clear() {
        service.clear();
    }

    void put(String path, String json) {
        service.put(path, json.replace('\'', '"'));
    }

    void empty(String path) {
        put(path, "{'items': [], 'next': null}");
    }

    static String proposal(UUID by) {
        return """
                {'id': '%s', 'state': 'PENDING', 'command': 'amend-tranche', 'subject': {'type': 'tranche', 'id': '%s'},
                 'contentHash': '%s', 'content': {'reason': 'The site <moved>', 'amount': {'value': '60.00', 'currency': 'USD'},
                 'amended': [{'type': 'DATE_REACHED', 'date': '2027-01-31'}], 'effectiveDate': null},
                 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(PROPOSAL, TRANCHE, HASH, by);
    }

    void amendment(UUID by) {
        put(
                "/approvals?state=PENDING&service=commitments&limit=100",
                "{'items': [" + proposal(by) + "], 'next': null}");
        put("/approvals/" + PROPOSAL + "?service=commitments", proposal(by));
    }

    String page(String account, String path) {
        return page(account, path, "en");
    }

    String page(String account, String path, String language) {
        return portal.send(portal.to(path)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Cookie", portal.cookie(account) + "; tranche-language=" + language))
                .body();
    }

    HttpResponse<String> send(String account, String path, Map<String, String> form) {
        String cookie = portal.cookie(account);
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + "&once=once-9&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    void commits(UUID commitment, UUID programme, UUID fund, UUID investor, String name) {
        portal.sql("insert into raise_investor (investor_id, name, kind, country, consent_to_be_named)"
                + " values ('%s', '%s', 'GOVERNMENT', 'NO', true)".formatted(investor, name));
        portal.sql("""
                insert into raise_commitment values
                    ('%s', '%s', '%s', '%s', 'ACCEPTED', 'USD', 60, 0, 0, 0, '2026-01-01', 'DAY', null, null, '{}', false,
                     '{}', 1, now())
                """.formatted(commitment, programme, fund, investor));
    }
}
