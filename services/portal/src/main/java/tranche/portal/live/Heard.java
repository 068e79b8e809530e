package tranche.portal.live;

import jakarta.inject.Singleton;
import java.util.List;
import tranche.flow.Flow;

/** How far what pages show has come: while it stands where it stood, no page has anything to read anew. */
@Singleton
public final class Heard {

    /** Those that keep what happens to the raise and on the sites. */
    private static final List<String> CONSUMERS = List.of("raise", "timeline");

    private final Flow flow;

    Heard(Flow flow) {
        this.flow = flow;
    }

    /** Another number than before says that something has happened, in this process or in another. */
    public long place() {
        return flow.heard(CONSUMERS);
    }
}
