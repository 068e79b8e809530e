package tranche.portal.webhook.page;

import java.util.Locale;
import tranche.portal.words.page.Words;

/** How far an endpoint can be relied on, as the contract names it. */
enum EndpointState {
    UNVERIFIED("warn", "clock"),
    ACTIVE("ok", "circle-check"),
    DEGRADED("bad", "alert-triangle"),
    DISABLED("draft", "ban");

    private final String tone;
    private final String icon;

    EndpointState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    EndpointsModel.Chip chip(Words words) {
        return new EndpointsModel.Chip(tone, icon, words.say("endpoints.state." + code()));
    }

    /** What it means for whoever waits for alerts. */
    String sentence(Words words) {
        return words.say("endpoints.means." + code());
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
