package tranche.portal.preference.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.preference.page.PreferencesModel.Action;
import tranche.portal.preference.page.PreferencesModel.Choice;
import tranche.portal.preference.page.PreferencesModel.Form;
import tranche.portal.preference.page.PreferencesModel.Line;
import tranche.portal.preference.page.PreferencesModel.Subscriptions;
import tranche.portal.preference.page.PreferencesModel.Tick;
import tranche.portal.preference.page.Scopes.Group;
import tranche.portal.preference.page.Scopes.Scope;
import tranche.portal.problem.page.RefusedForm.Wrong;
import tranche.portal.words.page.Words;

/** Makes the list of what somebody asks for besides, and the form that asks for more. */
final class SubscriptionsSheet {

    /** Of so few kinds the names are read at a glance. */
    private static final int NAMED_KINDS = 3;

    /** What was removed is not shown any more. */
    private static final String GONE = "UNSUBSCRIBED";

    private final ServiceReply reply;
    private final SubscriptionForm sent;
    private final List<Group> choices;
    private final Map<Scope, String> names;
    private final Words words;
    private final Supplier<String> fresh;

    /** @param others names of what subscriptions are about that is not among the choices */
    SubscriptionsSheet(
            ServiceReply reply,
            SubscriptionForm sent,
            List<Group> choices,
            Map<Scope, String> others,
            Words words,
            Supplier<String> fresh) {
        this.reply = reply;
        this.sent = sent;
        this.choices = choices;
        this.names = new HashMap<>(others);
        choices.forEach(group -> group.things().forEach(named -> names.put(named.scope(), named.name())));
        this.words = words;
        this.fresh = fresh;
    }

    /** What the subscriptions of an answer are about. */
    static List<Scope> scopes(ServiceReply reply) {
        return Answered.of(reply).objects("items").stream()
                .flatMap(one -> Scope.of(one.object("scope")).stream())
                .toList();
    }

    Subscriptions model() {
        List<Line> lines = Answered.of(reply).objects("items").stream()
                .filter(one -> !one.text("state").equals(GONE))
                .map(this::line)
                .toList();
        return new Subscriptions(!reply.succeeded(), lines, form());
    }

    private Line line(Answered subscription) {
        List<String> codes = subscription.texts("types");
        return new Line(
                subscription.text("id"),
                Scope.of(subscription.object("scope"))
                        .map(this::about)
                        .orElseGet(() -> words.say("preferences.everything")),
                kinds(codes),
                subscription.texts("channels").stream().map(this::way).collect(Collectors.joining(" · ")),
                subscription.textIfAny("digest").map(this::often).orElseGet(() -> words.say("preferences.often.usual")),
                subscription.text("state").equals("PAUSED"),
                Stream.of(SubscriptionStep.values())
                        .filter(step -> subscription.texts("allowed").contains(step.command()))
                        .map(step -> new Action(step.code(), words.say("preferences.do." + step.code()), fresh.get()))
                        .toList());
    }

    private String about(Scope scope) {
        String kind = words.say("preferences.scope." + code(scope.kind()));
        return Optional.ofNullable(names.get(scope))
                .or(() -> Optional.of(scope.name()).filter(_ -> scope.kind() == Scopes.Kind.REGION))
                .map(name -> words.say("preferences.about", "kind", kind, "name", name))
                .orElse(kind);
    }

    private String kinds(List<String> codes) {
        if (codes.contains(AlertKind.EVERY)) {
            return words.say("endpoints.every");
        }
        return codes.size() > NAMED_KINDS
                ? words.say("endpoints.kinds", "count", codes.size())
                : codes.stream().map(code -> AlertKind.name(code, words)).collect(Collectors.joining(" · "));
    }

    private String way(String way) {
        return words.say("preferences.way." + way.toLowerCase(Locale.ROOT));
    }

    private String often(String digest) {
        return words.say("preferences.often." + digest.toLowerCase(Locale.ROOT));
    }

    private static String code(Scopes.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Form form() {
        return new Form(
                sent.once().orElseGet(fresh),
                Scopes.EVERYTHING,
                sent.scope().equals(Scopes.EVERYTHING),
                choices.stream().map(this::group).toList(),
                sent.wrongScope(),
                sent.every(),
                AlertKind.CODES.stream()
                        .map(code -> new Tick(
                                SubscriptionForm.field(code), code, AlertKind.name(code, words), sent.ticked(code)))
                        .toList(),
                sent.wrongKinds(),
                Wishes.WAYS.stream()
                        .map(way -> new Tick(SubscriptionForm.wayField(way), way, way(way), sent.by(way)))
                        .toList(),
                sent.wrongWays(),
                digests());
    }

    private PreferencesModel.Scope group(Group group) {
        return new PreferencesModel.Scope(
                words.say("preferences.scopes." + code(group.kind())),
                group.things().stream()
                        .map(named -> new Choice(
                                named.scope().value(),
                                named.name(),
                                named.scope().value().equals(sent.scope())))
                        .toList());
    }

    private List<Choice> digests() {
        List<Choice> digests = new ArrayList<>();
        digests.add(new Choice(
                "", words.say("preferences.often.usual"), sent.digest().isEmpty()));
        Wishes.DIGESTS.forEach(digest -> digests.add(new Choice(digest, often(digest), digest.equals(sent.digest()))));
        return digests;
    }

    /** What is wrong with fields of the form. */
    List<Wrong> wrong() {
        return Stream.of(
                        sent.wrongScope().map(text -> new Wrong("#scope", text)),
                        sent.wrongKinds().map(text -> new Wrong("#types", text)),
                        sent.wrongWays().map(text -> new Wrong("#channels", text)))
                .flatMap(Optional::stream)
                .toList();
    }
}
