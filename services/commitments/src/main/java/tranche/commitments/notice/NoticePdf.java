package tranche.commitments.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import tranche.commitments.notice.domain.Notice;

/**
 * Makes the PDF of a notice: A4, tagged (PDF/UA), with its fonts in it, in one language, the signed content and its signature
 * attached. All of it comes from what was signed.
 */
@Singleton
public class NoticePdf {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;

    NoticePdf(@Value("${tranche.origin}") String origin) {
        this.address = origin + "/verify";
        NoticeFonts.useAlone();
        // What it has to say, of each style and each page, helps nobody who runs this.
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(Notice notice, Locale language) {
        NoticeSheet page = new NoticeSheet(
                content(notice),
                NoticeWords.of(language),
                new NoticeSheet.Seal(notice.sha256().hex(), notice.keyId(), address));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        NoticeFonts.giveTo(builder);
        builder.withHtmlContent(page.xhtml(), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            attach(document, notice);
            entitle(document, page.title(), notice.issuedAt());
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode content(Notice notice) {
        try {
            return JSON.readTree(notice.content());
        } catch (IOException impossible) {
            throw new IllegalStateException("what was signed is JSON", impossible);
        }
    }

    /** Whoever keeps the file alone keeps what was signed, and can check it without anybody's help. */
    private static void attach(PDDocument document, Notice notice) throws IOException {
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        files.put("notice.json", file(document, "notice.json", "application/json", notice.content(), notice));
        files.put("notice.json.jws", file(document, "notice.json.jws", "application/jose", notice.signature(), notice));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        List.copyOf(files.values()).forEach(associated::add);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static PDComplexFileSpecification file(
            PDDocument document, String name, String type, String text, Notice notice) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        embedded.setSubtype(type);
        embedded.setSize(bytes.length);
        embedded.setModDate(calendar(notice.issuedAt()));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
        return specification;
    }

    private static void entitle(PDDocument document, String title, Instant issuedAt) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(calendar(issuedAt));
        information.setModificationDate(calendar(issuedAt));
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}
