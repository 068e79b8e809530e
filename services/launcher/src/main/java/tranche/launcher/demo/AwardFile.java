package tranche.launcher.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The awards file that comes with the product ({@code chips-awards.csv}, its README beside it). */
final class AwardFile {

    private AwardFile() {}

    static List<AwardRow> read() {
        try (Reader text = open()) {
            return read(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<AwardRow> read(Reader text) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(AwardFile::row).toList();
        }
    }

    /** The sites of the same rows. */
    static List<SiteRow> readSites() {
        try (Reader text = open();
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(AwardFile::site).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SiteRow site(NamedCsvRecord row) {
        return new SiteRow(
                row(row),
                row.getField("city"),
                row.getField("region_or_state"),
                known(row.getField("latitude")),
                known(row.getField("longitude")),
                row.getField("fab_or_facility_type"),
                known(row.getField("loan_amount")),
                known(row.getField("jobs_construction")),
                known(row.getField("jobs_permanent")));
    }

    private static Reader open() {
        InputStream file = Objects.requireNonNull(AwardFile.class.getResourceAsStream("chips-awards.csv"));
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    private static AwardRow row(NamedCsvRecord row) {
        return new AwardRow(
                row.getField("id"),
                row.getField("programme"),
                row.getField("recipient"),
                row.getField("site"),
                row.getField("country"),
                known(row.getField("direct_funding_amount")),
                row.getField("currency"),
                known(row.getField("announced_capex")),
                row.getField("capex_currency"),
                KnownDay.of(row.getField("preliminary_date")),
                KnownDay.of(row.getField("final_award_date")),
                row.getField("status"),
                row.getField("source"),
                row.getField("notes"));
    }

    private static Optional<String> known(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }
}
