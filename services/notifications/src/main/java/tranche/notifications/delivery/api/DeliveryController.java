package tranche.notifications.delivery.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import tranche.notifications.delivery.DeliveryRequests;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.command.Write;
import tranche.web.table.Lists;

/** What became of alerts on their way, over HTTP. */
@Controller("/api/v1/deliveries")
final class DeliveryController {

    private final DeliveryRequests requests;

    DeliveryController(DeliveryRequests requests) {
        this.requests = requests;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        return requests.ofRecipient(request, caller);
    }

    @Post("/{id}/replay")
    HttpResponse<byte[]> replay(Write write, Caller caller, String id) {
        return requests.replay(write, caller, Optional.empty(), Fields.pathId(id));
    }
}
