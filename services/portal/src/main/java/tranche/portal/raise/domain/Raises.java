package tranche.portal.raise.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/** The raise of each programme, cut to what the caller may see. */
public interface Raises {

    /** The programmes that the caller may see: real ones before samples, then by name. */
    List<Programme> programmes(Access access);

    /** One programme; empty where there is none or the caller may not see it. */
    Optional<Programme> programme(Access access, UUID programme);

    /**
     * The programme's ladders, one for each currency in which something stands, the headline currency first; there is
     * always one of the headline currency.
     */
    List<Ladder> ladders(Access access, UUID programme);

    /** Closed commitments by kind of investor: by currency (headline first), then falling; kinds without any are left out. */
    List<KindTotal> kinds(Access access, UUID programme);

    /**
     * The programme's funds that the caller sees whole, by what is committed, falling; amounts are compared within a
     * currency, the headline first.
     *
     * @param limit at most so many
     */
    Funds funds(Access access, UUID programme, int limit);

    /**
     * The first of the funds that a caller sees whole.
     *
     * @param all how many there are, shown or not
     */
    record Funds(List<Fund> shown, int all) {

        public Funds {
            shown = List.copyOf(shown);
        }
    }
}
