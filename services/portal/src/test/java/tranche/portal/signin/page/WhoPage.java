package tranche.portal.signin.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;

/** A page that says who asks. */
@Controller("/who")
final class WhoPage {

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<String> who(Visitor visitor) {
        return HttpResponse.ok(visitor.displayName() + " " + visitor.account() + " " + visitor.csrf() + " "
                + visitor.lastVisit().isPresent() + " " + visitor.locale());
    }

    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        return HttpResponse.ok("changed");
    }
}
