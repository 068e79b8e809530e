package tranche.web.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * How a list leaves as a file. Rows are written as they come, so that a list may be longer than the memory.
 *
 * @param name of the file, without its ending, and of the spreadsheet's sheet; at most 31 characters
 * @param <T> a row
 */
public record Table<T>(String name, List<Column<T>> columns) {

    /** Tells a spreadsheet that the file is UTF-8. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A spreadsheet keeps numbers in binary with about 15 digits; longer ones stay exact as text. */
    private static final int MOST_DIGITS = 15;

    /** Written out so often that no more than this many rows are held. */
    private static final int ROWS_HELD = 500;

    public Table {
        columns = List.copyOf(columns);
    }

    /** Writes UTF-8 with a byte order mark, commas, CR LF, a head line (RFC 4180). The stream is left open. */
    public void csv(Iterable<T> rows, OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        writer.writeRecord(columns.stream().map(Column::name).toList());
        for (T row : rows) {
            writer.writeRecord(columns.stream()
                    .map(column -> column.cell().apply(row).csv())
                    .toList());
        }
        writer.flush();
    }

    /**
     * Writes a workbook of one sheet. The stream is left open.
     *
     * @param notes lines above the head: what was filtered by, as of when; may be empty
     */
    public void xlsx(Iterable<T> rows, List<String> notes, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Tranche", "1.0");
        Worksheet sheet = workbook.newWorksheet(name);
        int line = 0;
        for (String note : notes) {
            sheet.value(line++, 0, Formulas.defuse(note));
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(line, i, columns.get(i).name());
            sheet.style(line, i).bold().set();
        }
        sheet.freezePane(0, ++line);
        for (T row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                write(sheet, line, i, columns.get(i).cell().apply(row));
            }
            if (++line % ROWS_HELD == 0) {
                sheet.flush();
            }
        }
        workbook.finish();
    }

    private static void write(Worksheet sheet, int line, int column, Cell cell) {
        switch (cell) {
            case Cell.Amount(var money)
            when money.value().precision() <= MOST_DIGITS -> {
                sheet.value(line, column, money.value().stripTrailingZeros());
                sheet.style(line, column)
                        .format(format(money.currency().minorUnits()))
                        .set();
            }
            case Cell.Whole(long number) -> sheet.value(line, column, number);
            case Cell.Day(var date) -> {
                sheet.value(line, column, date);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            }
            case Cell.Amount _, Cell.Text _, Cell.Plain _, Cell.Moment _ -> {
                if (!cell.csv().isEmpty()) {
                    sheet.value(line, column, cell.csv());
                }
            }
        }
    }

    private static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }
}
