package tranche.portal.webhook.page;

import java.util.Arrays;
import java.util.Optional;

/** What the owner of an endpoint can do with it. */
enum EndpointStep {
    TEST("test", "POST", "/test"),
    ROTATE("secret-rotation", "POST", "/secret-rotation"),
    DELETE("deletion", "DELETE", "");

    private final String command;
    private final String method;
    private final String below;

    EndpointStep(String command, String method, String below) {
        this.command = command;
        this.method = method;
        this.below = below;
    }

    static Optional<EndpointStep> of(String command) {
        return Arrays.stream(values())
                .filter(step -> step.command.equals(command))
                .findFirst();
    }

    /** Its name among what the service allows, and in addresses of pages. */
    String command() {
        return command;
    }

    String method() {
        return method;
    }

    /** What stands after the endpoint's own path. */
    String below() {
        return below;
    }
}
