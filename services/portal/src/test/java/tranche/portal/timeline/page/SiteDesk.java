package tranche.portal.timeline.page;

import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.upstream.Sites;
import tranche.upstream.Sites.Asked;

/** A portal that shows a project with milestones in several states, and the site's service behind it that keeps what it is asked. */
final class SiteDesk implements AutoCloseable {

    static final TimelineEvents FAB =
            new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
    static final UUID CONCRETE = UUID.randomUUID();
    static final UUID STEEL = UUID.randomUUID();
    static final UUID SHELL = UUID.randomUUID();
    static final UUID PERMIT = UUID.randomUUID();
    static final UUID CLAIMED_BY_VERIFIER = UUID.randomUUID();
    static final UUID SHOWN_BY_VERIFIER = UUID.randomUUID();
    static final UUID OF_ANY_KIND = UUID.randomUUID();

    static final String PROBLEM = """
            {"code": "%s", "title": "Said of it", "detail": "In detail", "remedy": "Do so", "errors": [%s]}
            """;

    final PortalProcess portal;
    final Sites sites;

    SiteDesk() throws SQLException {
        portal = PortalProcess.withSites();
        sites = portal.sites();
        TimelineEvents verifier = new TimelineEvents(FAB.programme(), FAB.project(), PortalProcess.id("verifier"));
        tell(
                portal.bean(DataSource.class),
                FAB.registered("Fab", "FAB", "US-NY", "US"),
                FAB.planned(CONCRETE, "Concrete", "2026-01-30", "CERTIFICATE"),
                FAB.planned(STEEL, "Steel", "2026-02-27", "CERTIFICATE", "PHOTO"),
                FAB.claimed(STEEL, "2026-02-20"),
                FAB.evidence(STEEL, "CERTIFICATE"),
                FAB.planned(SHELL, "Shell", "2026-02-28", "CERTIFICATE"),
                FAB.claimed(SHELL, "2026-02-21"),
                FAB.evidence(SHELL, "CERTIFICATE"),
                FAB.planned(PERMIT, "Permit", "2026-02-01"),
                FAB.waived(PERMIT, "2030-06-30"),
                FAB.planned(CLAIMED_BY_VERIFIER, "Roof", "2026-03-01", "CERTIFICATE"),
                verifier.claimed(CLAIMED_BY_VERIFIER, "2026-02-25"),
                FAB.evidence(CLAIMED_BY_VERIFIER, "CERTIFICATE"),
                FAB.planned(SHOWN_BY_VERIFIER, "Doors", "2026-03-02", "CERTIFICATE"),
                FAB.claimed(SHOWN_BY_VERIFIER, "2026-02-25"),
                verifier.evidence(SHOWN_BY_VERIFIER, "CERTIFICATE"),
                FAB.planned(OF_ANY_KIND, "Gate", "2026-03-03"),
                FAB.claimed(OF_ANY_KIND, "2026-02-25"));
    }

    @Override
    public void close() {
        portal.close();
    }

    static String project() {
        return "/projects/" + FAB.project();
    }

    static String path(UUID milestone, String command) {
        return project() + "/milestones/" + milestone + "/" + command;
    }

    String page(String account) {
        return portal.send(portal.to(project())
                        .header("Accept", "text/html")
                        .header("Cookie", portal.cookie(account) + "; tranche-language=en"))
                .body();
    }

    String section(String account, UUID milestone) {
        return sectionOf(page(account), milestone);
    }

    static String sectionOf(String page, UUID milestone) {
        int from = page.indexOf("<section class=\"card\" id=\"m-" + milestone + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    /** The piece of evidence that a milestone has. */
    UUID evidence(UUID milestone) {
        return Query.list(
                        portal.bean(DataSource.class),
                        "select evidence_id from timeline_evidence where milestone_id = ?",
                        select -> select.setObject(1, milestone),
                        row -> row.getObject(1, UUID.class))
                .getFirst();
    }

    /** The commands that have a form in the section of a milestone. */
    List<String> commands(String account, UUID milestone) {
        return Pattern.compile("action=\"" + path(milestone, "") + "([a-z-]+)")
                .matcher(page(account))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    HttpResponse<String> send(String account, String language, String path, Map<String, String> form) {
        String cookie = portal.cookie(account);
        String once = form.containsKey("once") ? "" : "&once=once-7";
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + once + "&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=" + language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    HttpResponse<String> upload(String line, String kind, String file) {
        String cookie = portal.cookie("site-reporter");
        return upload(cookie, portal.csrf(cookie), line, kind, file, "");
    }

    /** Claims a milestone with a file, which is empty where none is chosen. */
    HttpResponse<String> claim(UUID milestone, String kind, String file) {
        String cookie = portal.cookie("site-reporter");
        String texts = text("line", "csrf", portal.csrf(cookie))
                + text("line", "once", "once-8")
                + text("line", "claimedDate", "2026-02-01")
                + text("line", "kind", kind);
        return post(path(milestone, "claim"), cookie, "line", texts, file, "");
    }

    HttpResponse<String> upload(String cookie, String csrf, String line, String kind, String file, String afterTheEnd) {
        String texts = text(line, "csrf", csrf) + text(line, "once", "once-8") + text(line, "kind", kind);
        return post(path(STEEL, "evidence"), cookie, line, texts, file, afterTheEnd);
    }

    private HttpResponse<String> post(
            String path, String cookie, String line, String texts, String file, String afterTheEnd) {
        String form = texts
                + "--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n"
                + file + "\r\n--" + line + "--\r\n" + afterTheEnd;
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String text(String line, String name, String value) {
        return "--" + line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    Asked asked() {
        return Objects.requireNonNull(sites.next(), "nothing reached the service");
    }
}
