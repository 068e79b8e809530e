package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

/** The way of a file that is about something: handed in, handed in again, read, hidden. */
final class DocumentsWalk {

    private static final String MANAGER = "fund-manager";
    private static final String DOCUMENTS = "/api/v1/documents";
    private static final String LINE = "a-line-between-parts";

    private final Deployment api;

    DocumentsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String investor = done(api.post(
                        MANAGER,
                        "/api/v1/investors",
                        "{\"name\": \"Western Fund\", \"kind\": \"SOVEREIGN_FUND\", \"country\": \"AE\"}"))
                .id();
        String form = form("%PDF-1.7 A letter", investor);
        Exchange added = done(post(MANAGER, form, "Idempotency-Key", "document"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("contentType")).isEqualTo("application/pdf");
        done(post(MANAGER, form, "Idempotency-Key", "document"));
        assertThat(done(post(MANAGER, form)).status()).isEqualTo(200);
        assertThat(done(api.get("auditor", added.location())).answer().body()).isEqualTo("%PDF-1.7 A letter");
        String table = done(post(MANAGER, form("a,b\n1,2\n", investor))).location();
        assertThat(done(api.get("auditor", table)).mediaType()).isEqualTo("text/csv");
        refused("not-found", api.get("investor", added.location()));
        refused("not-found", api.get(MANAGER, DOCUMENTS + "/" + "0".repeat(64)));
        refused("forbidden", post("auditor", form));
        refused("validation", post(MANAGER, form.replace("kind", "sort")));
        refused("idempotency-key-reused", post(MANAGER, form + "\r\n", "Idempotency-Key", "document"));
        refused("malformed", post(MANAGER, "neither"));
        refused("unsupported-media-type", api.post(MANAGER, DOCUMENTS, "{}"));
    }

    private Exchange post(String account, String form, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=" + LINE;
        return api.post(account, DOCUMENTS, form, all);
    }

    private static String form(String file, String investor) {
        return part("\"kind\"", "passport")
                + part("\"about\"", "{\"investorId\": \"" + investor + "\"}")
                + part("\"file\"; filename=\"letter.pdf\"", file)
                + "--" + LINE + "--\r\n";
    }

    private static String part(String name, String content) {
        return "--" + LINE + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + content + "\r\n";
    }
}
