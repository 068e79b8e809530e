package tranche.portal;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import tranche.web.service.Service;

/** The portal's process. */
public final class Portal {

    /** Its name: of its database, its topic, its tokens' audience. */
    public static final String NAME = "portal";

    private Portal() {}

    /** Runs the portal until the process is stopped; its properties come from files and the environment. */
    public static void main(String[] arguments) {
        start(Map.of());
    }

    /**
     * Starts the portal: its database is brought up to date, its server listens.
     *
     * @param properties of this deployment ({@code tranche.*}, {@code micronaut.server.port})
     */
    public static ApplicationContext start(Map<String, Object> properties) {
        return Service.start(NAME, properties);
    }
}
