package tranche.launcher.crash;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * A broker that is away while the services over it go on. Each of their connections to it breaks, and none can be made.
 *
 * @param relay the port of a service whose relay has something to send meanwhile
 * @param failures of that relay when it began
 * @param begun on the clock of this machine
 */
record Outage(ServicesApart services, int relay, double failures, long begun) {

    private static final String FAILURES = "tranche_relay_failures_total";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** How long it lasts at least, in seconds: a minute, unless whoever tries something out says otherwise. */
    private static final long AT_LEAST_SECONDS = Long.getLong("tranche.outage-seconds", 60);

    static Outage begin(ServicesApart services, int relay) {
        double failures = Probe.meter(relay, FAILURES);
        services.stopBroker();
        return new Outage(services, relay, failures, System.nanoTime());
    }

    /**
     * Lasts until the relay has failed twice: its producer, and the next one, found no broker within 10 seconds. By then every
     * consumer has been silent beyond its session of 6 seconds.
     */
    void lasts() {
        await().atMost(LIMIT.plusSeconds(AT_LEAST_SECONDS))
                .until(() -> Probe.meter(relay, FAILURES) >= failures + 2
                        && System.nanoTime() - begun
                                >= Duration.ofSeconds(AT_LEAST_SECONDS).toNanos());
    }

    /** The broker is back. */
    void end() {
        services.startBroker();
    }
}
