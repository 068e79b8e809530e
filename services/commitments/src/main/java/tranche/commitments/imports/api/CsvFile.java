package tranche.commitments.imports.api;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.imports.domain.ImportRefusal;
import tranche.commitments.imports.domain.RowError;
import tranche.commitments.imports.domain.Sheet;
import tranche.web.problem.Problem;
import tranche.web.table.Formulas;

/**
 * Reads a file as RFC 4180 has it: UTF-8, with or without a byte order mark, commas, lines ended in any of the usual
 * ways, quotes around what has commas or line breaks. Blank lines are passed over.
 */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /**
     * Reads a file; what cannot be read is among its errors.
     *
     * @throws Problem {@code import-too-large}
     */
    static Sheet read(byte[] file) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length + 1);
        CoderResult result = utf8.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            return unreadable(
                    1 + text.chars().filter(character -> character == '\n').count(), "not-utf8");
        }
        boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return read(text.subSequence(marked ? 1 : 0, text.length()).toString());
    }

    private static Sheet read(String text) {
        List<String> header = List.of();
        List<Sheet.Row> rows = new ArrayList<>();
        long line = 1;
        try (CloseableIterator<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = record.getFields().stream().map(String::strip).toList();
                } else if (rows.size() == Sheet.MOST_ROWS) {
                    throw Problem.of(ImportRefusal.IMPORT_TOO_LARGE, Map.of("max", Sheet.MOST_ROWS));
                } else {
                    // What our own exports defuse is what it was when it comes back.
                    rows.add(new Sheet.Row(
                            Math.toIntExact(line),
                            record.getFields().stream().map(Formulas::restore).toList()));
                }
            }
        } catch (CsvParseException broken) {
            return unreadable(line + 1, "not-csv");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return header.isEmpty() ? unreadable(1, "missing-header") : new Sheet(header, rows, List.of());
    }

    private static Sheet unreadable(long line, String code) {
        return new Sheet(
                List.of(), List.of(), List.of(new RowError(Math.toIntExact(line), Optional.empty(), code, Map.of())));
    }
}
