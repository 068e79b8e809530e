package tranche.portal.session;

import java.util.Map;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.session.domain.SessionRefusal;
import tranche.portal.session.domain.Visitor;
import tranche.web.problem.Problem;

/** Whether a form was made for whoever sends it. Every page that changes something asks this first. */
public final class OwnForms {

    /** The field that every form of a signed-in page carries. */
    public static final String FIELD = "csrf";

    private OwnForms() {}

    /** @throws Problem {@code csrf-refused} if the form does not carry the secret of the visitor's session */
    public static void require(Visitor visitor, Map<String, String> form) {
        if (!new OpaqueSecret(visitor.csrf()).is(form.getOrDefault(FIELD, ""))) {
            throw Problem.of(SessionRefusal.CSRF_REFUSED);
        }
    }
}
