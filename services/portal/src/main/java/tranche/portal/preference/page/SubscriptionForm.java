package tranche.portal.preference.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.preference.page.Scopes.Scope;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.Words;

/**
 * The form that asks to be told of more, as it is shown and as it came.
 *
 * @param fields by name; empty where nothing was sent yet
 * @param refused why it is shown again
 */
record SubscriptionForm(Map<String, String> fields, Optional<RefusedForm> refused) {

    private static final String SCOPE = "scope";
    private static final String TYPES = "types";
    private static final String CHANNELS = "channels";
    private static final String DIGEST = "often";

    /** The value of {@value #TYPES} where only what is ticked is asked for. */
    private static final String SOME = "some";

    static SubscriptionForm blank() {
        return new SubscriptionForm(Map.of(), Optional.empty());
    }

    static SubscriptionForm sent(Map<String, String> fields) {
        return new SubscriptionForm(fields, Optional.empty());
    }

    SubscriptionForm refused(RefusedForm said) {
        return new SubscriptionForm(fields, Optional.of(said));
    }

    String scope() {
        return fields.getOrDefault(SCOPE, Scopes.EVERYTHING);
    }

    /** Whether every kind is asked for, as at the beginning. */
    boolean every() {
        return !SOME.equals(fields.get(TYPES));
    }

    boolean ticked(String kind) {
        return fields.containsKey(field(kind));
    }

    /** Whether a way is ticked; at the beginning the portal is. */
    boolean by(String way) {
        return fields.isEmpty() ? way.equals(Wishes.WAYS.getFirst()) : fields.containsKey(wayField(way));
    }

    /** How often; blank where the preferences say it. */
    String digest() {
        return fields.getOrDefault(DIGEST, "");
    }

    /** The field that is ticked for a kind. */
    static String field(String kind) {
        return "type-" + kind;
    }

    /** The field that is ticked for a way. */
    static String wayField(String way) {
        return "by-" + way.toLowerCase(Locale.ROOT);
    }

    /** What has to be there and is not. */
    Optional<RefusedForm> missing(Words words) {
        if (kinds().isEmpty()) {
            return Optional.of(RefusedForm.missing(TYPES, words.say("preferences.kinds.missing"), words));
        }
        return ways().isEmpty()
                ? Optional.of(RefusedForm.missing(CHANNELS, words.say("preferences.ways.missing"), words))
                : Optional.empty();
    }

    /** The body of the request. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recipientId", "me");
        body.put(
                SCOPE,
                Scope.parse(scope())
                        .map(scope -> Map.of(scope.kind().field(), scope.name()))
                        .orElse(Map.of()));
        body.put(TYPES, kinds());
        body.put(CHANNELS, ways());
        if (Wishes.DIGESTS.contains(digest())) {
            body.put("digest", digest());
        }
        return body;
    }

    private List<String> kinds() {
        return every()
                ? List.of(AlertKind.EVERY)
                : AlertKind.CODES.stream().filter(this::ticked).toList();
    }

    private List<String> ways() {
        return Wishes.WAYS.stream().filter(this::by).toList();
    }

    Optional<String> wrong(String field) {
        return refused.flatMap(said -> said.wrong(field));
    }

    Optional<String> wrongScope() {
        return refused.flatMap(said -> said.findings().stream()
                .filter(finding -> finding.field().startsWith(SCOPE))
                .map(RefusedForm.Finding::text)
                .findFirst());
    }

    Optional<String> wrongKinds() {
        return wrong(TYPES);
    }

    Optional<String> wrongWays() {
        return wrong(CHANNELS);
    }

    /** The key that it was sent with, where it may have been done: pressed again, it asks for nothing twice. */
    Optional<String> once() {
        return refused.filter(RefusedForm::unanswered).flatMap(_ -> OnceKey.of(fields));
    }
}
