package tranche.notifications.email.domain;

import java.util.List;

/**
 * A mail that says more than a title and a text: what matters first, then tables. It is written in its reader's language.
 *
 * @param title its subject, too
 * @param first what a reader who reads no further has to know
 * @param button the one thing to do
 */
public record Sheet(String title, String first, List<Section> sections, Button button) {

    public Sheet {
        sections = List.copyOf(sections);
    }

    /**
     * A part with a heading.
     *
     * @param columns what the cells of a row are; none where each row is a name and what it is
     * @param rows each with a cell for each column, or with two; the first says what the row is of
     * @param paragraphs below the rows
     */
    public record Section(String heading, List<String> columns, List<List<String>> rows, List<String> paragraphs) {

        public Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            paragraphs = List.copyOf(paragraphs);
            int width = columns.isEmpty() ? 2 : columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("rows of " + width + " cells: " + rows);
            }
        }

        /** Names, and what each is. */
        public static Section ofFacts(String heading, List<List<String>> facts) {
            return new Section(heading, List.of(), facts, List.of());
        }

        /** Sentences alone. */
        public static Section ofWords(String heading, List<String> paragraphs) {
            return new Section(heading, List.of(), List.of(), paragraphs);
        }
    }

    /** @param page path of the portal's page to which it leads */
    public record Button(String name, String page) {}
}
