package tranche.launcher.up;

import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tranche.commitments.Commitments;
import tranche.launcher.CannotRun;
import tranche.milestones.Milestones;
import tranche.notifications.Notifications;
import tranche.portal.Portal;

/** The services that a launcher can run, each in a context of its own. */
enum HostedService {
    COMMITMENTS(Commitments::start, PortPlan::commitments),
    MILESTONES(Milestones::start, PortPlan::milestones),
    NOTIFICATIONS(Notifications::start, PortPlan::notifications),
    PORTAL(Portal::start, PortPlan::portal);

    private final Function<Map<String, Object>, ApplicationContext> start;
    private final ToIntFunction<PortPlan> port;

    HostedService(Function<Map<String, Object>, ApplicationContext> start, ToIntFunction<PortPlan> port) {
        this.start = start;
        this.port = port;
    }

    /** What people and topics call it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port(PortPlan ports) {
        return port.applyAsInt(ports);
    }

    /** Starts it; its server listens when this returns. */
    ApplicationContext start(Map<String, Object> properties) {
        return start.apply(properties);
    }

    /** The names of all of them: every topic must exist, whoever runs where. */
    static List<String> titles() {
        return Arrays.stream(values()).map(HostedService::title).toList();
    }

    /**
     * The service of a name.
     *
     * @throws CannotRun if there is none
     */
    static HostedService named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotRun(
                        "there is no service \"" + name + "\"; there are " + String.join(", ", titles()) + "."));
    }
}
