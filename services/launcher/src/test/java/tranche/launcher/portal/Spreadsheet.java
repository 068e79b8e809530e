package tranche.launcher.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An XLSX file as its format (ECMA-376) says it is: parts in a ZIP, of which the first sheet is read cell by cell. */
final class Spreadsheet {

    /**
     * A cell.
     *
     * @param number whether a program may compute with it
     * @param formula whether opening the file would compute it
     */
    record Cell(String text, boolean number, boolean formula) {}

    private Spreadsheet() {}

    /** The rows of the first sheet. */
    static List<List<Cell>> rows(Path file) throws IOException {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            List<String> shared = new ArrayList<>();
            if (parts.getEntry("xl/sharedStrings.xml") != null) {
                for (Element string :
                        elements(part(parts, "xl/sharedStrings.xml").getElementsByTagName("si"))) {
                    shared.add(string.getTextContent());
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (Element row : elements(part(parts, "xl/worksheets/sheet1.xml").getElementsByTagName("row"))) {
                rows.add(elements(row.getElementsByTagName("c")).stream()
                        .map(cell -> cell(cell, shared))
                        .toList());
            }
            return rows;
        }
    }

    private static Cell cell(Element cell, List<String> shared) {
        String type = cell.getAttribute("t");
        boolean formula = cell.getElementsByTagName("f").getLength() > 0;
        String text = cell.getTextContent();
        return new Cell(
                type.equals("s") ? shared.get(Integer.parseInt(text)) : text,
                type.isEmpty() || type.equals("n"),
                formula);
    }

    private static Document part(ZipFile parts, String name) throws IOException {
        try (var in = parts.getInputStream(parts.getEntry(name))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(name, unreadable);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
