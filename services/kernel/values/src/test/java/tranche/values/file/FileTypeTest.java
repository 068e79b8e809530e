package tranche.values.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    private static FileType of(String latin1) {
        return FileType.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] packed(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        byte[] whole = bytes.toByteArray();
        return Arrays.copyOf(whole, Math.min(whole.length, FileType.HEAD_BYTES));
    }

    @Test
    void is_told_by_the_first_bytes() {
        assertThat(of("%PDF-1.7\n%âãÏÓ\n")).isEqualTo(FileType.PDF);
        assertThat(of("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")).isEqualTo(FileType.PNG);
        assertThat(of("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF")).isEqualTo(FileType.JPEG);
        assertThat(of("II*\0\b\0\0\0")).isEqualTo(FileType.TIFF);
        assertThat(of("MM\0*\0\0\0\b")).isEqualTo(FileType.TIFF);
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.xml, XLSX", "word/document.xml, DOCX", "ppt/presentation.xml, PPTX", "letter.pdf, ZIP"})
    void an_office_file_is_told_by_the_folder_of_its_parts(String part, FileType type) throws IOException {
        assertThat(FileType.of(packed("[Content_Types].xml", "_rels/.rels", part)))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a;b;c\r\n\"x;y\";2;3\r\n", "a\tb\n1\t2", "\u00ef\u00bb\u00bfname,kind\nBank,OTHER"
            })
    void a_text_whose_lines_are_cut_alike_is_a_table(String text) {
        assertThat(of(text)).isEqualTo(FileType.CSV);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Sirs, yours\nfaithfully",
                "a,b\n",
                "a,b\n1,2,3\n",
                "<script>alert(1)</script>",
                "MZ is short for Mozambique"
            })
    void any_other_text_is_plain(String text) {
        assertThat(of(text)).isEqualTo(FileType.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\0\u0003",
                "\u007fELF\u0002\u0001",
                "\u00ca\u00fe\u00ba\u00be\0\0\0A",
                "\u00cf\u00fa\u00ed\u00fe\f\0\0\u0001"
            })
    void a_program_is_told_from_a_document(String head) {
        assertThat(of(head)).isEqualTo(FileType.PROGRAM);
    }

    @Test
    void no_bytes_and_odd_bytes_are_unknown() {
        assertThat(of("")).isEqualTo(FileType.UNKNOWN);
        assertThat(of("\0\0\0\0")).isEqualTo(FileType.UNKNOWN);
        assertThat(of("\u0001\u0002text")).isEqualTo(FileType.UNKNOWN);
    }
}
