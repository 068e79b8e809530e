package tranche.portal.live;

import jakarta.inject.Singleton;
import tranche.flow.Signal;

/** Wakes the open pages when a read model has changed; what they then show they read for themselves. */
@Singleton
public final class LivePages {

    private final Signal changed = new Signal();

    /** Called after a read model's commit. */
    public void changed() {
        changed.raise();
    }

    /** A page's view of the signal. */
    public Signal.Watch watch() {
        return changed.watch();
    }
}
