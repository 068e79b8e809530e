package tranche.notifications.preference.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.PreferenceCommands;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.PreferenceCommand;
import tranche.notifications.preference.domain.PreferenceFile;
import tranche.notifications.preference.domain.Wishes;
import tranche.notifications.preference.store.PreferenceViews;
import tranche.notifications.recipient.domain.Profile;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;

/** The caller's own preferences over HTTP. */
@Controller("/api/v1/preferences")
final class PreferenceController {

    private final PreferenceCommands preferences;
    private final PreferenceViews views;
    private final Commands commands;

    PreferenceController(PreferenceCommands preferences, PreferenceViews views, Commands commands) {
        this.preferences = preferences;
        this.views = views;
        this.commands = commands;
    }

    @Get
    HttpResponse<byte[]> read(Caller caller) {
        PreferenceFile said = views.of(caller.actor().account());
        return Answers.read(said.number(), json(said, roles(caller)));
    }

    @Put
    HttpResponse<byte[]> change(Write write, Caller caller) {
        UUID recipient = caller.actor().account();
        Set<Role> roles = roles(caller);
        Body body = write.body();
        var command = new PreferenceCommand.Change(
                recipient,
                body.oneOf("language", Profile.LANGUAGES),
                body.zone("timeZone"),
                PreferenceFields.wishes(body),
                roles,
                caller.actor(),
                write.ifMatch());
        new Threshold(() -> views.of(recipient).gate(command)).check(body);
        return commands.run(
                write,
                caller,
                preferences.writer()::submit,
                recipient,
                Set.of(),
                command,
                (after, _) -> Answers.ok(after.number(), json(after, roles)));
    }

    private static Set<Role> roles(Caller caller) {
        return caller.access().grants().stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }

    private static JsonObject json(PreferenceFile said, Set<Role> roles) {
        Wishes wishes = said.preferences().wishes();
        List<JsonObject> items = Arrays.stream(AlertType.values())
                .map(type -> item(type, wishes.choice(type, roles), roles))
                .toList();
        return JsonObject.empty()
                .put("language", said.profile().language().getLanguage())
                .put("timeZone", said.profile().zone())
                .put("quietHours", PreferenceFields.json(wishes.quietHours()))
                .put("items", items);
    }

    private static JsonObject item(AlertType type, Choice choice, Set<Role> roles) {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        Arrays.stream(Channel.values())
                .forEach(channel ->
                        switches.put(channel.name(), choice.channels().contains(channel)));
        return JsonObject.empty()
                .put("type", type.code())
                .put("mandatory", type.isMandatoryFor(roles))
                .put("channels", switches)
                .put("digest", choice.digest());
    }
}
