package tranche.portal.cockpit.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;

/** The home page is the overview of whoever sees a programme: the one page that every role has. */
@Controller
public final class HomePage {

    private static final URI OVERVIEW = URI.create("/overview");

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> home() {
        return HttpResponse.seeOther(OVERVIEW);
    }
}
