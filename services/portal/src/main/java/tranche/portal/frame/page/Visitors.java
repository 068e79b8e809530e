package tranche.portal.frame.page;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import tranche.portal.session.domain.Visitor;

/** Who asks for a page, once the door has recognised them. */
public final class Visitors {

    /** The request's attribute that holds the {@link Visitor}. */
    public static final String ATTRIBUTE = "tranche.visitor";

    private Visitors() {}

    /** The visitor of a request; empty where nobody is signed in. */
    public static Optional<Visitor> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Visitor.class);
    }
}
