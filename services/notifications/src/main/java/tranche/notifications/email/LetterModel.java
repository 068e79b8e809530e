package tranche.notifications.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it ({@code email/letter.jte}); the text is made of the same, so that both say the same.
 *
 * @param preheader what a list of mails shows beside the subject
 * @param reason why the reader gets it
 * @param links further ones, each with a line of its own
 */
public record LetterModel(
        String language,
        String title,
        String preheader,
        List<String> paragraphs,
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

    public LetterModel {
        paragraphs = List.copyOf(paragraphs);
        links = List.copyOf(links);
    }

    /** The mail without markup. */
    String text() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        text.append(button.line()).append("\n\n-- \n").append(reason).append('\n');
        links.forEach(link -> text.append('\n').append(link.line()).append('\n'));
        return text.toString();
    }
}
