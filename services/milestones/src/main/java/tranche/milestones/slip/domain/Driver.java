package tranche.milestones.slip.domain;

/**
 * What gives a step its start, or its finish: the first link of the chain of reasons.
 *
 * @param <K> what names a step
 */
public sealed interface Driver<K> {

    /** The predecessor that is finished last; the one with the smallest name where several are. */
    record Predecessor<K>(K id) implements Driver<K> {}

    /** The day before which it was said not to start. */
    record NotBefore<K>() implements Driver<K> {}

    /** The start of the project. */
    record ProjectStart<K>() implements Driver<K> {}

    /** The day of the forecast: what is not begun by then cannot have begun before. */
    record DataDate<K>() implements Driver<K> {}

    /** The site's own statement, later than the plan's. */
    record Stated<K>() implements Driver<K> {}
}
