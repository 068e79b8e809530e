package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

/** The way of a file: examined, refused by its cells, written, read again, confirmed while it still holds. */
final class ImportsWalk {

    private static final String MANAGER = "import-maker";
    private static final String APPROVER = "approver";
    private static final String INVESTORS = "/api/v1/imports?kind=investors";
    private static final String COMMITMENTS = "/api/v1/imports?kind=commitments";

    private final Deployment api;

    ImportsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String file = "name,kind,country\nSouthern Energy,ENERGY_SUPPLIER,US\n";
        done(csv(INVESTORS + "&dryRun=true", file));
        Exchange rejected = done(csv(INVESTORS, file.replace("US", "Nowhere")));
        assertThat(rejected.json().get("errors")).isNotEmpty();
        Exchange written = done(csv(INVESTORS, file));
        assertThat(written.text("state")).isEqualTo("DONE");
        done(api.get(MANAGER, written.location()));
        done(api.get(MANAGER, INVESTORS + "&limit=1"));
        proposed();
        refused("validation", csv("/api/v1/imports", file));
        refused("forbidden", api.post("auditor", INVESTORS, file, "Content-Type", "text/csv"));
    }

    /** Two files that wait for a second person, of which the fund's cap admits one. */
    private void proposed() {
        String programme = done(api.post(
                        MANAGER, "/api/v1/programmes", "{\"name\": \"Filed\", \"headlineCurrency\": \"USD\"}"))
                .id();
        String fund = done(api.post(MANAGER, "/api/v1/funds", """
                        {"programmeId": "%s", "name": "Filed I", "baseCurrency": "USD", "calendar": "US",
                         "cap": {"value": "150.00", "currency": "USD"}}""".formatted(programme)))
                .id();
        String file = "fund,investor,amount,currency,source\n" + fund + ",Southern Energy,100.00,USD,public register\n";
        Exchange first = done(csv(COMMITMENTS, file));
        Exchange second = done(csv(COMMITMENTS, file.replace("100.00", "100.01")));
        Exchange question = done(api.get(APPROVER, "/api/v1/approvals/" + first.text("approvalId")));
        assertThat(question.json().at("/content/rows")).hasSize(1);
        refused("version-conflict", confirm(first, "If-Match", "\"2\""));
        done(confirm(first));
        refused("import-no-longer-holds", confirm(second));
    }

    private Exchange confirm(Exchange proposed, String... headers) {
        return api.post(
                APPROVER,
                "/api/v1/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}",
                headers);
    }

    private Exchange csv(String path, String file) {
        return api.post(MANAGER, path, file, "Content-Type", "text/csv");
    }
}
