package tranche.portal.webhook.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.Words;

/**
 * The form that adds an endpoint, as it is shown and as it came.
 *
 * @param fields by name; empty where nothing was sent yet
 * @param refused why it is shown again
 */
record EndpointForm(Map<String, String> fields, Optional<RefusedForm> refused) {

    private static final String URL = "url";
    private static final String TYPES = "types";

    /** The value of {@value #TYPES} where only what is ticked is sent. */
    private static final String SOME = "some";

    static EndpointForm blank() {
        return new EndpointForm(Map.of(), Optional.empty());
    }

    static EndpointForm sent(Map<String, String> fields) {
        return new EndpointForm(fields, Optional.empty());
    }

    EndpointForm refused(RefusedForm said) {
        return new EndpointForm(fields, Optional.of(said));
    }

    String url() {
        return fields.getOrDefault(URL, "").strip();
    }

    /** Whether every kind is asked for, as at the beginning. */
    boolean every() {
        return !SOME.equals(fields.get(TYPES));
    }

    boolean ticked(String kind) {
        return fields.containsKey(field(kind));
    }

    /** The name of the field that is ticked for a kind. */
    static String field(String kind) {
        return "type-" + kind;
    }

    /** What has to be there and is not. */
    Optional<RefusedForm> missing(Words words) {
        if (url().isEmpty()) {
            return Optional.of(RefusedForm.missing(URL, words.say("endpoints.url.missing"), words));
        }
        return kinds().isEmpty()
                ? Optional.of(RefusedForm.missing(TYPES, words.say("endpoints.kinds.missing"), words))
                : Optional.empty();
    }

    /** The body of the request. */
    Map<String, Object> body() {
        return Map.of(URL, url(), TYPES, kinds());
    }

    private List<String> kinds() {
        return every()
                ? List.of(AlertKind.EVERY)
                : AlertKind.CODES.stream().filter(this::ticked).toList();
    }

    Optional<String> wrongUrl() {
        return refused.flatMap(said -> said.wrong(URL));
    }

    Optional<String> wrongKinds() {
        return refused.flatMap(said -> said.wrong(TYPES));
    }

    /** The key that it was sent with, where it may have been done: pressed again, it adds nothing twice. */
    Optional<String> once() {
        return refused.filter(RefusedForm::unanswered).flatMap(_ -> OnceKey.of(fields));
    }
}
