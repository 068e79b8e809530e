package tranche.notifications.email.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Set;
import tranche.notifications.email.StopToken;
import tranche.notifications.email.store.LetterViews;
import tranche.notifications.email.store.LetterViews.Kind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.preference.PreferenceCommands;
import tranche.notifications.preference.domain.PreferenceCommand;
import tranche.notifications.recipient.domain.RecipientRefusal;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.problem.Problem;

/** Mail of one type, or of those that came together, is turned off by whoever has such a mail: its token is all that is asked for. */
@Controller("/api/v1/recipients/unsubscription")
final class UnsubscriptionController {

    private static final int LONGEST_TOKEN = 100;

    private final StopToken tokens;
    private final LetterViews views;
    private final PreferenceCommands preferences;
    private final Commands commands;

    UnsubscriptionController(StopToken tokens, LetterViews views, PreferenceCommands preferences, Commands commands) {
        this.tokens = tokens;
        this.views = views;
        this.preferences = preferences;
        this.commands = commands;
    }

    @Post
    HttpResponse<byte[]> unsubscribe(Write write, Caller caller) {
        Body body = write.body();
        String token = body.text("token", LONGEST_TOKEN);
        body.check();
        Kind kind = tokens.delivery(token)
                .flatMap(views::ofDelivery)
                .orElseThrow(() -> Problem.of(RecipientRefusal.LINK_GONE));
        return commands.run(
                write,
                caller,
                preferences.writer()::submit,
                kind.recipient(),
                Set.of(),
                new PreferenceCommand.StopMail(kind.recipient(), kind.types()),
                (after, _) -> Answers.ok(after.number(), json(kind)));
    }

    private static JsonObject json(Kind kind) {
        List<String> types = kind.types().stream().map(AlertType::code).sorted().toList();
        return JsonObject.empty().put("type", types.getFirst()).put("types", types);
    }
}
