package tranche.notifications.email;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tranche.notifications.email.domain.Sheet;

/**
 * A mail as its reader sees it ({@code email/letter.jte}); the text is made of the same, so that both say the same.
 *
 * @param preheader what a list of mails shows beside the subject
 * @param sections what is told in tables, each with a heading
 * @param blocks what is listed, with a heading where there are several lists
 * @param reason why the reader gets it
 * @param links further ones, each with a line of its own
 */
public record LetterModel(
        String language,
        String title,
        String preheader,
        List<String> paragraphs,
        List<Part> sections,
        List<Block> blocks,
        Link button,
        String reason,
        List<Link> links) {

    /**
     * Where a reader can go.
     *
     * @param language of what is there, where it is another than the mail's
     */
    public record Link(
            String name, String address, @Nullable String language) {

        String line() {
            return name + "\n" + address;
        }
    }

    /**
     * A table, sentences, or both.
     *
     * @param section what is in it
     * @param lines the table as lines, those of one row together
     */
    public record Part(Sheet.Section section, List<List<String>> lines) {
        public Part {
            lines = lines.stream().map(List::copyOf).toList();
        }

        void write(StringBuilder text) {
            text.append(section.heading()).append("\n\n");
            // Facts are of one line each and stand together; rows of several are apart.
            lines.forEach(row ->
                    text.append(String.join("\n", row)).append(section.columns().isEmpty() ? "\n" : "\n\n"));
            text.append(section.columns().isEmpty() && !lines.isEmpty() ? "\n" : "");
            section.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        }
    }

    /**
     * A list.
     *
     * @param heading empty where it needs none
     */
    public record Block(String heading, List<Entry> entries) {
        public Block {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One of a list.
     *
     * @param body empty where the title says it all
     */
    public record Entry(String title, String body, String address) {

        String lines() {
            return title + "\n" + (body.isEmpty() ? "" : body + "\n") + address;
        }
    }

    public LetterModel {
        paragraphs = List.copyOf(paragraphs);
        sections = List.copyOf(sections);
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
    }

    /** The mail without markup. */
    String text() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        sections.forEach(section -> section.write(text));
        for (Block block : blocks) {
            text.append(block.heading().isEmpty() ? "" : block.heading() + "\n\n");
            block.entries().forEach(entry -> text.append(entry.lines()).append("\n\n"));
        }
        text.append(button.line()).append("\n\n-- \n").append(reason).append('\n');
        links.forEach(link -> text.append('\n').append(link.line()).append('\n'));
        return text.toString();
    }
}
