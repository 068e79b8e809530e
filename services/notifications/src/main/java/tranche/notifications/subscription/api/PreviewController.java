package tranche.notifications.subscription.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import tranche.notifications.subscription.Previews;
import tranche.notifications.subscription.domain.Preview;
import tranche.web.access.Caller;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;

/** What the caller would have been sent with his preferences and subscriptions as they are. */
@Controller("/api/v1/preferences/preview")
final class PreviewController {

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @Get
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller) {
        ListQuery.of(request).check();
        Preview preview = previews.of(caller.actor().account());
        return Answers.read(JsonObject.empty()
                .put("days", Previews.PERIOD.toDays())
                .put("mails", preview.mails())
                .put(
                        "items",
                        preview.types().stream().map(PreviewController::json).toList()));
    }

    private static JsonObject json(Preview.OfType type) {
        return JsonObject.empty()
                .put("type", type.type().code())
                .put("alerts", type.alerts())
                .put("portal", type.inPortal())
                .put("email", type.byMail())
                .put("webhook", type.byWebhook());
    }
}
