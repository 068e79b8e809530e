package tranche.portal.cockpit.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.Set;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/**
 * The home page is the overview of whoever sees a programme, the one page that every role has; whoever is an investor and
 * nothing else has a home of its own, and whoever only works on sites lands at what waits there.
 */
@Controller
public final class HomePage {

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> home(Visitor visitor) {
        return HttpResponse.seeOther(URI.create(landing(visitor).address()));
    }

    private static MenuEntry landing(Visitor visitor) {
        if (isNothingBut(visitor, Set.of(Role.INVESTOR))) {
            return MenuEntry.HOME;
        }
        return isNothingBut(visitor, Set.of(Role.SITE_REPORTER, Role.VERIFIER)) ? MenuEntry.WORK : MenuEntry.OVERVIEW;
    }

    private static boolean isNothingBut(Visitor visitor, Set<Role> roles) {
        var grants = visitor.access().grants();
        return !grants.isEmpty() && grants.stream().allMatch(grant -> roles.contains(grant.role()));
    }
}
