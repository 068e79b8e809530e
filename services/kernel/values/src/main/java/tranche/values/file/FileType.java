package tranche.values.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is, told from its first bytes alone: what its sender calls it proves nothing. All text that is not a table is
 * plain text, so that a page or a script is only ever read and never run.
 */
public enum FileType {
    PDF("application/pdf", "pdf", "%PDF-"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    TIFF("image/tiff", "tif", "II*\0", "MM\0*"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ZIP("application/zip", "zip", "PK\u0003\u0004", "PK\u0005\u0006"),
    /** What Windows and Linux, macOS and Java run. */
    PROGRAM(
            "application/octet-stream",
            "bin",
            "MZ",
            "\u007fELF",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00cf\u00fa\u00ed\u00fe"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt"),
    UNKNOWN("application/octet-stream", "bin");

    /** Bytes that are looked at: the names of an Office file's parts are among its first. */
    public static final int HEAD_BYTES = 64 * 1024;

    /** Where the name stands in the head of a ZIP entry (APPNOTE 4.3.7), after the length of it. */
    private static final int ZIP_NAME = 30;

    private final String mediaType;
    private final String ending;
    private final List<String> beginnings;

    /** @param beginnings any of which such a file begins with; each character is a byte */
    FileType(String mediaType, String ending, String... beginnings) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginnings = List.of(beginnings);
    }

    /** For instance {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** Whether a name ends as the names of such files do. */
    public boolean isEndingOf(String name) {
        String after = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.lastIndexOf('.') > 0
                && (after.equals(ending) || otherEnding().filter(after::equals).isPresent());
    }

    private Optional<String> otherEnding() {
        return switch (this) {
            case JPEG -> Optional.of("jpeg");
            case TIFF -> Optional.of("tiff");
            case PDF, PNG, XLSX, DOCX, PPTX, ZIP, PROGRAM, CSV, TEXT, UNKNOWN -> Optional.empty();
        };
    }

    /** @param head the file's first bytes, at most {@link #HEAD_BYTES} */
    public static FileType of(byte[] head) {
        if (begins(head, PDF) || !Texts.isText(head)) {
            return Arrays.stream(values())
                    .filter(type -> begins(head, type))
                    .findFirst()
                    .map(type -> type == ZIP ? packed(head) : type)
                    .orElse(UNKNOWN);
        }
        return Texts.isTable(head) ? CSV : TEXT;
    }

    private static boolean begins(byte[] head, FileType type) {
        return type.beginnings.stream().anyMatch(beginning -> isAt(head, 0, beginning));
    }

    /** An Office file is a ZIP whose parts lie in a folder of its application's name. */
    private static FileType packed(byte[] head) {
        for (int at = 0; at + ZIP_NAME < head.length; at++) {
            if (isAt(head, at, ZIP.beginnings.getFirst())) {
                if (isAt(head, at + ZIP_NAME, "xl/")) {
                    return XLSX;
                }
                if (isAt(head, at + ZIP_NAME, "word/")) {
                    return DOCX;
                }
                if (isAt(head, at + ZIP_NAME, "ppt/")) {
                    return PPTX;
                }
            }
        }
        return ZIP;
    }

    private static boolean isAt(byte[] head, int at, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (at + i >= head.length || (head[at + i] & 0xFF) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
