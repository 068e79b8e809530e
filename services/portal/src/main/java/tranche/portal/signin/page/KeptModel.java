package tranche.portal.signin.page;

import java.util.Map;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.session.OwnForms;

/**
 * The step back to a form whose session had ended ({@code signin/kept.jte}).
 *
 * @param address of the form; it is shown there, not sent
 * @param csrf the new session's secret
 * @param typed the form's fields by name
 */
public record KeptModel(Frame frame, String address, String csrf, Map<String, String> typed) {

    /** The name of the field that carries the session's secret. */
    public String secret() {
        return OwnForms.FIELD;
    }

    /** The name of the field that asks for the form to be shown only. */
    public String mark() {
        return KeptForm.mark();
    }
}
