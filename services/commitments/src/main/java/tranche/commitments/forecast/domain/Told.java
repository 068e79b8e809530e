package tranche.commitments.forecast.domain;

import java.util.List;
import java.util.Optional;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.register.Version;

/**
 * What somebody was told last of a fund's forecast.
 *
 * @param investor empty for the fund as a whole
 * @param lines of all tranches, those that stayed included
 */
public record Told(Optional<InvestorId> investor, List<ForecastLine> lines, Version version) {

    public Told {
        lines = List.copyOf(lines);
    }

    /** What is to be expected since. */
    List<ForecastRow> rows() {
        return lines.stream()
                .map(line -> line.change().after())
                .flatMap(Optional::stream)
                .toList();
    }
}
