package tranche.web.position;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import tranche.flow.writer.Position;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** The header with which a caller asks to read its own writes. */
public final class PositionHeader {

    public static final String NAME = "Tranche-Position";

    private PositionHeader() {}

    /**
     * What the caller has seen; empty where it does not say.
     *
     * @throws Problem {@code malformed} where the header is no position
     */
    public static Optional<Position> of(HttpRequest<?> request) {
        String header = request.getHeaders().get(NAME);
        if (header == null) {
            return Optional.empty();
        }
        return Optional.of(Position.parse(header).orElseThrow(() -> Problem.of(RequestRefusal.MALFORMED)));
    }
}
