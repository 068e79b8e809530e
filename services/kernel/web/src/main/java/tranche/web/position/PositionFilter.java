package tranche.web.position;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import tranche.flow.writer.Position;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Lets a request, be it of the API or of a page, wait until its service has seen what its caller has seen. It stands behind
 * the check of access.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(20)
final class PositionFilter {

    /** The contract's limit: after it the caller is told to come again. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Positions positions;

    PositionFilter(Positions positions) {
        this.positions = positions;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void await(HttpRequest<?> request) throws InterruptedException {
        Optional<Position> position = PositionHeader.of(request);
        if (position.isPresent() && !positions.await(position.get(), LIMIT)) {
            throw Problem.later(RequestRefusal.POSITION_NOT_REACHED, Duration.ofSeconds(1));
        }
    }
}
