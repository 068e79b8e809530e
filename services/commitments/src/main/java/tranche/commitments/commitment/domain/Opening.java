package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * A position that exists elsewhere and moves in.
 *
 * @param asOf the day on which the amounts were right, and from which they count here
 * @param precision how exactly that day is known
 * @param source where they come from
 */
public record Opening(Drawn drawn, LocalDate asOf, DatePrecision precision, String source) {

    /** A position whose day is known. */
    public Opening(Drawn drawn, LocalDate asOf, String source) {
        this(drawn, asOf, DatePrecision.DAY, source);
    }

    /** The same position with other amounts: what of it stays, or goes over, where it is divided. */
    Opening of(Drawn other) {
        return new Opening(other, asOf, precision, source);
    }

    /** As a hash covers it. */
    public Map<String, Object> members() {
        return Map.of(
                "called", drawn.called().toString(),
                "paid", drawn.paid().toString(),
                "restored", drawn.restored().toString(),
                "distributed", drawn.distributed().toString(),
                "asOf", asOf.toString(),
                "source", source);
    }
}
