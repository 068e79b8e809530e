package tranche.web.service;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import tranche.flow.Flow;
import tranche.flow.inbox.Consumer;

/** Starts relay and inboxes once all of the service's consumers are there. */
@Singleton
@Requires(bean = Flow.class)
final class FlowStart {

    private final Flow flow;
    private final List<Consumer> consumers;

    FlowStart(Flow flow, List<Consumer> consumers) {
        this.flow = flow;
        this.consumers = consumers;
    }

    @EventListener
    void start(StartupEvent started) {
        consumers.forEach(flow::consume);
        flow.start();
    }
}
