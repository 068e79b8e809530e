package tranche.portal.preference.page;

import java.util.Arrays;
import java.util.Optional;

/** What can be done about a subscription: its address on the page, and what the service is asked. */
enum SubscriptionStep {
    PAUSE("pause", "pause", "POST", "/pause"),
    RESUME("resume", "resume", "POST", "/resume"),
    REMOVE("removal", "deletion", "DELETE", "");

    private final String code;
    private final String command;
    private final String method;
    private final String below;

    SubscriptionStep(String code, String command, String method, String below) {
        this.code = code;
        this.command = command;
        this.method = method;
        this.below = below;
    }

    static Optional<SubscriptionStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    /** Its name in the address. */
    String code() {
        return code;
    }

    /** Its name among the commands that the service allows. */
    String command() {
        return command;
    }

    String method() {
        return method;
    }

    /** Below the subscription's own path. */
    String below() {
        return below;
    }

    /** What the toast says when it is done. */
    String said() {
        return "subscription-" + code;
    }
}
