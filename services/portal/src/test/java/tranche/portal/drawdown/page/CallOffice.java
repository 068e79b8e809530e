package tranche.portal.drawdown.page;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tranche.portal.PortalProcess;
import tranche.portal.founding.DemoAccounts;
import tranche.upstream.Drawdowns;
import tranche.upstream.Drawdowns.Asked;

/** A portal that knows a fund with two investors and a site, and the service of calls behind it. */
final class CallOffice implements AutoCloseable {

    static final UUID PROGRAMME = UUID.randomUUID();
    static final UUID FUND = UUID.randomUUID();
    static final UUID NORTH = UUID.randomUUID();
    static final UUID SOUTH = UUID.randomUUID();
    static final UUID PROJECT = UUID.randomUUID();
    static final UUID SHELL = UUID.randomUUID();
    static final UUID TRANCHE = UUID.randomUUID();
    static final String HASH = "5c1e".repeat(16);

    static final String PROBLEM = """
            {"code": "%s", "title": "Said of it", "detail": "In detail", "remedy": "Do so", "errors": []}
            """;

    final PortalProcess portal = PortalProcess.withWebhooks();
    final Drawdowns service = portal.drawdowns();
    final Drawdowns recipients = portal.recipients();

    CallOffice() {
        portal.sql("insert into raise_programme values ('%s', 'Horizon', 'USD', null, null, null, '2026-01-01', true)"
                .formatted(PROGRAMME));
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund I', 'USD', null, false)"
                .formatted(FUND, PROGRAMME));
        commits(NORTH, "Northern <Pension>", "600.00");
        commits(SOUTH, "Southern Reserve", "400.00");
        portal.sql("""
                insert into timeline_project values
                    ('%s', '%s', 'Fab 21', 'FAB', 'US-AZ', 'US', null, null, 'UTC', '2026-01-01', false, null, false, 1)
                """.formatted(PROJECT, PROGRAMME));
        portal.sql("""
                insert into timeline_milestone values
                    ('%s', '%s', '%s', 'Shell complete', 'CONSTRUCTION', 'ACHIEVED', '2026-02-01', '2026-02-01', '2026-02-20',
                     null, null, '2026-02-19', '2026-02-20', 19, 13, 'NONE', null, '{}', 1, '{}', null, '{}', 1, 1, 1, '{}',
                     null, null, 5, now())
                """.formatted(SHELL, PROGRAMME, PROJECT));
        portal.bean(DemoAccounts.class).bindInvestor(NORTH);
        portal.sql("""
                insert into raise_tranche values
                    ('%s', '%s', '%s', '%s', 'Tranche C', 'USD', 250.00, 'CONDITIONS_MET', '{}', '{}', false, null, null)
                """.formatted(TRANCHE, PROGRAMME, FUND, PROJECT));
        happened("MILESTONE_CLAIMED", "2026-02-18T09:10:00Z", "null");
        happened("EVIDENCE_SUBMITTED", "2026-02-19T08:00:00Z", "2");
        happened("MILESTONE_ACHIEVED", "2026-02-20T14:41:00Z", "null");
        for (String kind : List.of("PHOTO", "CERTIFICATE")) {
            portal.sql("""
                    insert into timeline_evidence (evidence_id, milestone_id, project_id, claim, kind, sha256, size, media_type, submitted_at)
                    values ('%s', '%s', '%s', 1, '%s', '%s', 1200, 'application/pdf', '2026-02-19T08:00:00Z')
                    """.formatted(UUID.randomUUID(), SHELL, PROJECT, kind, HASH));
        }
    }

    private void happened(String kind, String at, String count) {
        portal.sql("""
                insert into timeline_change (event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                             project_id, milestone_id, count)
                values ('%s', '%s', '%s', '%s', '2026-02-20', '%s', '%s', 1, 1, '%s', '%s', %s)
                """.formatted(UUID.randomUUID(), kind, kind, at, UUID.randomUUID(), PROJECT, PROJECT, SHELL, count));
    }

    /** The portal has heard that a call was drafted. */
    void drafted(UUID call, String at) {
        portal.sql("""
                insert into raise_change (event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                          programme_id, fund_id, about)
                values ('%s', 'CAPITAL_CALL_DRAFTED', 'drafted', '%s', '2026-02-20', '%s', '%s', 1, 1, '%s', '%s', '%s')
                """.formatted(UUID.randomUUID(), at, UUID.randomUUID(), FUND, PROGRAMME, FUND, call));
    }

    private void commits(UUID investor, String name, String amount) {
        portal.sql("insert into raise_investor (investor_id, name, kind, country, consent_to_be_named)"
                + " values ('%s', '%s', 'GOVERNMENT', 'NO', true)".formatted(investor, name));
        portal.sql("""
                insert into raise_commitment values
                    ('%s', '%s', '%s', '%s', 'CLOSED', 'USD', %s, 0, 0, 0, '2026-01-01', 'DAY', null, null, '{}', false,
                     '{}', 1, now())
                """.formatted(commitment(investor), PROGRAMME, FUND, investor, amount));
    }

    @Override
    public void close() {
        portal.close();
    }

    /** A call as the service tells it. */
    record Told(
            UUID id,
            String state,
            List<String> allowed,
            boolean byMilestone,
            String total,
            boolean whole,
            String lines,
            String checks,
            String payment) {

        static Told of(String state, String... allowed) {
            String line = state.equals("APPROVED") ? "DRAFT" : state;
            return new Told(
                    UUID.randomUUID(),
                    state,
                    List.of(allowed),
                    true,
                    "100.01",
                    true,
                    line(NORTH, "60.01", line) + "," + line(SOUTH, "40.00", line),
                    "[]",
                    "null");
        }

        Told with(boolean all, String rows) {
            return new Told(id, state, allowed, byMilestone, total, all, rows, all ? checks : "null", payment);
        }

        Told byHand() {
            return new Told(id, state, allowed, false, total, whole, lines, checks, payment);
        }

        /** What was checked, each as its members. */
        Told checked(String... found) {
            String all = "[{" + String.join("}, {", found) + "}]";
            return new Told(id, state, allowed, byMilestone, total, whole, lines, all, payment);
        }

        Told paidTo(String account) {
            return new Told(id, state, allowed, byMilestone, total, whole, lines, checks, account);
        }

        String json() {
            return """
                    {"id": "%s", "programmeId": "%s", "fundId": "%s", "reference": "CC-2026-001", "trancheId": %s,
                     "conditionVersion": null, "cause": {"milestoneIds": [%s]}, "state": "%s", "allowed": [%s],
                     "total": {"value": "%s", "currency": "USD"}, "paid": {"value": "0.00", "currency": "USD"},
                     "dueDate": "2026-09-30", "components": [{"type": "INVESTMENT", "amount": {"value": "%s", "currency": "USD"}}],
                     "purpose": "Tools of the fab", "basis": "UNCALLED", "lineCount": %s, "lines": [%s], "reason": null,
                     "checks": %s, "payment": %s, "contentHash": "%s", "effectiveDate": "2026-03-01", "recordedAt": "2026-03-01T10:00:00Z", "version": 3}
                    """.formatted(
                            id,
                            PROGRAMME,
                            FUND,
                            byMilestone ? "\"" + TRANCHE + "\"" : "null",
                            byMilestone ? "\"" + SHELL + "\"" : "",
                            state,
                            allowed.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(", ")),
                            total,
                            total,
                            whole ? "2" : "null",
                            lines,
                            checks,
                            payment,
                            HASH);
        }
    }

    /** The one commitment of an investor. */
    static UUID commitment(UUID investor) {
        return UUID.nameUUIDFromBytes(investor.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A line that bears one component, with how that came about. */
    static String reckoned(UUID investor, String amount, String reckoning) {
        String investment = """
                "components": [{"type": "INVESTMENT", "amount": {"value": "%s", "currency": "USD"}, "reckoning": %s}]
                """.formatted(amount, reckoning);
        return line(investor, amount, reckoning.equals("null") ? "ISSUED" : "DRAFT")
                .replace("\"components\": []", investment.strip());
    }

    static String line(UUID investor, String amount, String state) {
        String open = state.equals("ISSUED") ? amount : "0.00";
        return """
                {"id": "%s", "commitmentId": "%s", "investorId": "%s", "amount": {"value": "%s", "currency": "USD"},
                 "paid": {"value": "0.00", "currency": "USD"}, "open": {"value": "%s", "currency": "USD"}, "state": "%s",
                 "reference": "RF18539007547034", "components": []}
                """.formatted(UUID.randomUUID(), commitment(investor), investor, amount, open, state);
    }

    /** The service has it from now on; the address of its page. */
    String has(Told call) {
        service.put("/capital-calls/" + call.id(), call.json());
        return "/calls/" + call.id();
    }

    HttpResponse<String> get(String account, String path) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", portal.cookie(account) + "; tranche-language=en"));
    }

    String page(String account, String path) {
        return get(account, path).body();
    }

    /** The commands that have a form on a page. */
    List<String> commands(String account, String path) {
        return Pattern.compile("action=\"" + path + "/([a-z-]+)\"")
                .matcher(page(account, path))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    HttpResponse<String> send(String account, String path, Map<String, String> form) {
        String cookie = portal.cookie(account);
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + "&once=once-7&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    Asked asked() {
        return Objects.requireNonNull(service.next(), "nothing reached the service");
    }
}
