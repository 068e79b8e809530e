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
import java.util.Locale;
import java.util.Objects;
import tranche.launcher.demo.MilestoneRow.Status;

/** The milestones file that comes with the product ({@code chips-milestones.csv}, its README beside it). */
final class MilestoneFile {

    /** What the file notes on rows that repeat dates of the awards file: nothing about the milestone. */
    private static final String FROM_AWARDS = "from the awards table";

    private MilestoneFile() {}

    static List<MilestoneRow> read() {
        InputStream file = Objects.requireNonNull(MilestoneFile.class.getResourceAsStream("chips-milestones.csv"));
        try (Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<MilestoneRow> read(Reader text) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(MilestoneFile::row).toList();
        }
    }

    private static MilestoneRow row(NamedCsvRecord row) {
        return new MilestoneRow(
                row.getField("award_id"),
                row.getField("milestone"),
                SourceDay.of(row.getField("planned_date")),
                SourceDay.of(row.getField("actual_or_revised_date")),
                Status.valueOf(row.getField("status").toUpperCase(Locale.ROOT)),
                row.getField("source"),
                row.getField("notes").replace(FROM_AWARDS, ""));
    }
}
