package tranche.commitments.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all files of reports, in whatever order their rows stand. */
class LayoutProperties {

    private static final List<String> HEADER = List.of("party", "land", "day");

    private static final Mapping MAPPING = new Mapping(
            Map.of("party", "name", "land", "country"),
            Map.of("kind", "OTHER"),
            Optional.of(new Mapping.Latest(List.of("party"), "day")));

    record Report(String party, String land, int day) {
        List<String> cells() {
            return List.of(party, land, "2026-01-%02d".formatted(day));
        }
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.of("DE", "FR", "AE"),
                        Arbitraries.integers().between(1, 28))
                .as(Report::new)
                .list()
                .ofMaxSize(30);
    }

    private static Lines lines(List<Report> reports) {
        return Layout.of(
                ImportKind.INVESTORS,
                MAPPING,
                new Sheet(
                        HEADER,
                        IntStream.range(0, reports.size())
                                .mapToObj(
                                        i -> new Sheet.Row(i + 2, reports.get(i).cells()))
                                .toList(),
                        List.of()));
    }

    @Property
    @Label("every row counts, is passed over, or is wrong: none is lost and none counts twice")
    void accounts_for_every_row(@ForAll("reports") List<Report> reports) {
        Lines lines = lines(reports);
        List<Integer> seen = new ArrayList<>();
        lines.lines().forEach(line -> seen.add(line.number()));
        lines.skipped().forEach(row -> seen.add(row.line()));
        lines.errors().forEach(error -> seen.add(error.line()));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, reports.size()).mapToObj(i -> i + 2).toList());
        assertThat(lines.rows()).isEqualTo(reports.size());
    }

    @Property
    @Label("of each party exactly one row counts, and no later one was passed over for it")
    void keeps_the_latest_of_each_party(@ForAll("reports") List<Report> reports) {
        Map<String, Integer> last = new HashMap<>();
        reports.forEach(report -> last.merge(report.party(), report.day(), Math::max));

        Map<String, Integer> kept = lines(reports).lines().stream()
                .collect(Collectors.toMap(
                        line -> line.values().get("name"),
                        line -> reports.get(line.number() - 2).day()));

        assertThat(kept).isEqualTo(last);
    }

    @Property
    @Label("the same file names the same things again, and a later report about a party the same thing")
    void knows_a_party_again(@ForAll("reports") List<Report> reports) {
        List<Report> later = reports.stream()
                .map(report -> new Report(report.party(), report.land(), 28))
                .toList();

        assertThat(identities(later)).isEqualTo(identities(reports));
    }

    private static Map<String, String> identities(List<Report> reports) {
        return lines(reports).lines().stream()
                .collect(Collectors.toMap(line -> line.values().get("name"), Lines.Line::identity));
    }
}
