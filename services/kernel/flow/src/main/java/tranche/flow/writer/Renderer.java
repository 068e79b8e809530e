package tranche.flow.writer;

import java.util.List;
import java.util.Map;

/**
 * Makes the answer to an accepted command. It runs before the commit, so that the answer is stored with the effect; it
 * is pure.
 *
 * @param <S> the feature's state
 * @param <E> the feature's events
 */
@FunctionalInterface
public interface Renderer<S, E> {

    /**
     * @param after the state after the command
     * @param events what was recorded, in order; empty where the command asked for what was already so
     */
    Answer render(S after, List<Recorded<S, E>> events);

    /** Of a command that nobody waits for, or that is a part of something which is answered as a whole. */
    static <S, E> Renderer<S, E> nothing() {
        return (_, _) -> new Answer(200, Map.of(), new byte[0]);
    }
}
