package tranche.portal.cockpit.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/**
 * The home page is the overview of whoever sees a programme, the one page that every role has; whoever is an investor and
 * nothing else has a home of its own.
 */
@Controller
public final class HomePage {

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> home(Visitor visitor) {
        MenuEntry home = isInvestorOnly(visitor) ? MenuEntry.HOME : MenuEntry.OVERVIEW;
        return HttpResponse.seeOther(URI.create(home.address()));
    }

    private static boolean isInvestorOnly(Visitor visitor) {
        var grants = visitor.access().grants();
        return !grants.isEmpty() && grants.stream().allMatch(grant -> grant.role() == Role.INVESTOR);
    }
}
