package tranche.commitments.notice;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of notices, and no others: a file looks the same wherever it was made. Without this the fonts of the machine
 * would be searched and what is found kept in a file outside of the data folder.
 */
final class NoticeFonts implements FontMapper {

    private static final String FAMILY = "Inter";
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;
    private static final String FOLDER = "/tranche/commitments/notice/";

    private static final NoticeFonts ALONE = new NoticeFonts();

    private final TrueTypeFont regular;

    private NoticeFonts() {
        try {
            regular = new TTFParser().parse(new RandomAccessReadBuffer(open("inter-regular.ttf")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** From now on, for the whole process: nothing else in it makes pages. */
    static void useAlone() {
        FontMappers.set(ALONE);
    }

    static void giveTo(PdfRendererBuilder builder) {
        builder.useFont(() -> open("inter-regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> open("inter-semibold.ttf"), FAMILY, SEMIBOLD, FontStyle.NORMAL, true);
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(NoticeFonts.class.getResourceAsStream(FOLDER + name), name);
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, false);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, regular, false);
    }
}
