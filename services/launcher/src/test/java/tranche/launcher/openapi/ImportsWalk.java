package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

/** The way of a file: examined, refused by its cells, written, read again. */
final class ImportsWalk {

    private static final String MANAGER = "import-maker";
    private static final String INVESTORS = "/api/v1/imports?kind=investors";

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
        refused("validation", csv("/api/v1/imports", file));
        refused("forbidden", api.post("auditor", INVESTORS, file, "Content-Type", "text/csv"));
    }

    private Exchange csv(String path, String file) {
        return api.post(MANAGER, path, file, "Content-Type", "text/csv");
    }
}
