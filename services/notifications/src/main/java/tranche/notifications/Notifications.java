package tranche.notifications;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import tranche.web.service.Service;

/** The service that tells people what happens, alone or beside others in one JVM. */
@NullMarked
public final class Notifications {

    /** Its name: of its database, its topic, its tokens' audience. */
    public static final String NAME = "notifications";

    private Notifications() {}

    /** Starts it; it takes commands when this returns. */
    public static ApplicationContext start(Map<String, Object> properties) {
        return Service.start(NAME, properties);
    }

    public static void main(String[] arguments) {
        start(Map.of());
    }
}
