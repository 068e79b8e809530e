package tranche.notifications.recipient.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.recipient.LinkToken;
import tranche.notifications.recipient.RecipientCommands;
import tranche.notifications.recipient.RecipientSeal;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.domain.EmailAddress;
import tranche.notifications.recipient.domain.Profile;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientCommand;
import tranche.notifications.recipient.domain.RecipientCommand.AddressChange;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientRefusal;
import tranche.notifications.recipient.store.RecipientViews;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Recipients over HTTP: everybody says how and where oneself is told, a manager says it of those he looks after. */
@Controller("/api/v1/recipients")
final class RecipientController {

    /** How long the link of a confirmation mail opens something. */
    private static final Duration LINK_LIFE = Duration.ofDays(2);

    private static final String ONESELF = "me";

    private final RecipientCommands recipients;
    private final RecipientViews views;
    private final RecipientAnswers answers;
    private final RecipientSeal seal;
    private final NewDeliveries deliveries;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;

    RecipientController(
            RecipientCommands recipients,
            RecipientViews views,
            RecipientAnswers answers,
            RecipientSeal seal,
            NewDeliveries deliveries,
            Commands commands,
            Ids ids,
            Clock clock) {
        this.recipients = recipients;
        this.views = views;
        this.answers = answers;
        this.seal = seal;
        this.deliveries = deliveries;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Caller caller, String id) {
        ListQuery.of(request).check();
        Recipient recipient = views.one(caller.actor(), id(caller, id)).orElseThrow(Problem::notFound);
        return answers.opened(Answers.read(recipient.version().number(), RecipientAnswers.sealed(recipient)));
    }

    /** Who is a recipient already, as every account with a grant is, is described by it. */
    @Post
    HttpResponse<byte[]> describe(Write write, Caller caller) {
        Body body = write.body();
        Optional<UUID> named = body.optionalUuid("accountId");
        UUID id = named.orElseGet(() -> caller.actor().account());
        var changes = new Profile.Changes(
                Optional.of(seal.seal(id, body.text("displayName", Fields.NAME))),
                Optional.of(body.oneOf("language", Profile.LANGUAGES)),
                Optional.of(body.parsed("timeZone", "unknown-zone", Forms::zone, Profile.UNKNOWN.zone())));
        return run(write, caller, body, id, named.isPresent(), changes);
    }

    @Patch("/{id}")
    HttpResponse<byte[]> change(Write write, Caller caller, String id) {
        UUID recipient = id(caller, id);
        Body body = write.body();
        var changes = new Profile.Changes(
                body.optionalText("displayName", Fields.NAME).map(name -> seal.seal(recipient, name)),
                body.optionalOneOf("language", Profile.LANGUAGES),
                body.optionalZone("timeZone"));
        return run(write, caller, body, recipient, false, changes);
    }

    /** Whoever knows the token has read the mail: the token is all that is asked for. */
    @Post("/confirmation")
    HttpResponse<byte[]> confirm(Write write, Caller caller) {
        Body body = write.body();
        String hash = new LinkToken(body.text("token", 100)).hash();
        body.check();
        UUID recipient = views.ofLink(hash).orElseThrow(() -> Problem.of(RecipientRefusal.LINK_GONE));
        return commands.run(
                write,
                caller,
                recipients.writer()::submit,
                recipient,
                Set.of(),
                new RecipientCommand.Confirm(recipient, hash),
                (after, _) -> Answers.ok(
                        after.one().version().number(),
                        JsonObject.empty()
                                .put("emailState", after.one().address().map(Address::state))));
    }

    private HttpResponse<byte[]> run(
            Write write, Caller caller, Body body, UUID id, boolean isNamed, Profile.Changes changes) {
        var command =
                new RecipientCommand.Describe(id, isNamed, changes, address(body, id), caller.actor(), write.ifMatch());
        new Threshold(() -> beforeAnyValue(views.file(id).gate(command))).check(body);
        HttpResponse<byte[]> answer = answers.opened(commands.run(
                write, caller, recipients.writer()::submit, id, Set.of(), command, (after, events) -> {
                    Recipient told = after.one();
                    long version = told.version().number();
                    boolean isFirst = events.stream()
                            .anyMatch(one ->
                                    one.event() instanceof RecipientEvent.Described described && described.first());
                    return isFirst
                            ? Answers.created(RecipientAnswers.path(id), version, RecipientAnswers.sealed(told))
                            : Answers.ok(version, RecipientAnswers.sealed(told));
                }));
        // An address that is new is asked at once.
        deliveries.committed();
        return answer;
    }

    /** What a body names and is not there is a wrong value among others, which the decision tells once the rest is right. */
    private static Optional<Decision<RecipientEvent>> beforeAnyValue(Optional<Decision<RecipientEvent>> refusal) {
        return refusal.filter(decision -> !(decision instanceof Decision.Refused<RecipientEvent> refused
                && refused.refusal() == RecipientRefusal.UNKNOWN_REFERENCE));
    }

    private AddressChange address(Body body, UUID id) {
        Optional<String> reason = body.optionalText("emailVerifiedBy", Fields.FREE_TEXT);
        Optional<EmailAddress> address = body.optionalParsed("email", "invalid-email", EmailAddress::of);
        if (address.isEmpty()) {
            if (reason.isPresent() && !body.isGiven("email")) {
                body.find("email", "required");
            }
            return body.has("email") ? new AddressChange.Cleared() : new AddressChange.None();
        }
        String text = address.get().text();
        Optional<Address.Link> link = reason.isPresent() ? Optional.empty() : Optional.of(link(id));
        return new AddressChange.Named(
                new Address.Given(seal.seal(id, text), seal.mark(text), link), reason.map(why -> seal.seal(id, why)));
    }

    private Address.Link link(UUID id) {
        LinkToken token = LinkToken.make(ids);
        return new Address.Link(
                token.hash(), seal.seal(id, token.text()), clock.now().plus(LINK_LIFE));
    }

    private static UUID id(Caller caller, String text) {
        return text.equals(ONESELF) ? caller.actor().account() : Fields.pathId(text);
    }
}
