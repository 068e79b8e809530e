package tranche.portal.frontdoor;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.values.actor.Actor;

/** Calls of a page that hand a file on, beside its other {@link ServiceCalls}: a file under way is no value. */
public interface FileCalls {

    /**
     * Passes a file on as it comes, with the texts of its form.
     *
     * @param path below {@code /api/v1}, for instance {@code /milestones/0193.../evidence}
     * @param texts by the names of their fields, in the order in which they are sent
     * @param once the idempotency key, which no file knows: letters, digits and hyphens
     */
    ServiceReply submit(
            Actor actor, Locale language, String path, Map<String, String> texts, PassedFile file, String once);

    /**
     * A file on its way.
     *
     * @param content read once; where it breaks off, nothing is submitted
     * @param length in bytes
     */
    record PassedFile(InputStream content, long length) {}
}
