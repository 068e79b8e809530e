package tranche.web.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import tranche.web.command.Write;

/** Starts a service: a context of its own, whose web server listens when this returns. */
public final class Service {

    /** What no deployment changes; a property of the same name wins. */
    private static final Map<String, Object> HABITS = Map.ofEntries(
            Map.entry("micronaut.server.host", "127.0.0.1"),
            // Controllers may wait: for the database, for a commit.
            Map.entry("micronaut.server.thread-selection", "BLOCKING"),
            Map.entry("micronaut.server.max-request-size", Write.MOST_FILE_BYTES),
            Map.entry("micronaut.server.max-request-buffer-size", Write.MOST_FILE_BYTES),
            // A body is as large as it is sent: none unpacks to more than the limit.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            Map.entry("micronaut.server.multipart.max-file-size", Write.MOST_FILE_BYTES),
            // A token with a hundred grants of the longest form.
            Map.entry("micronaut.server.netty.max-header-size", 32_768),
            // A form of preferences has several fields for each kind of alert; its length is limited above.
            Map.entry("micronaut.server.netty.form-max-fields", 1_000),
            // Longer than the pause between two signs of life of a stream (15 s).
            Map.entry("micronaut.server.idle-timeout", "60s"),
            // Health and metrics have the paths of the contract, the framework's own stay shut.
            Map.entry("endpoints.all.enabled", false));

    private Service() {}

    /**
     * Starts a service.
     *
     * @param name of the service, which is also the name of its environment ({@code application-<name>.yml})
     * @param properties of this deployment
     */
    public static ApplicationContext start(String name, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(HABITS);
        all.put("tranche.service", name);
        all.put("micronaut.application.name", name);
        all.putAll(properties);
        ApplicationContext context = ApplicationContext.builder()
                .environments(name)
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .start();
        try {
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }
}
