package tranche.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe-core finds on a page. Its script is run where the page is: the builder that comes with it puts the script into
 * the page twice and into a window of its own once more, for frames that no page of the portal has, and brings back
 * everything that passed as well; that takes several times as long and finds the same.
 */
final class Axe {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String SCRIPT = "() => {" + AxeBuilder.getAxeScript() + "}";

    private static final String RUN = """
            standards => axe.run({ runOnly: standards, resultTypes: ["violations"] }).then(found =>
                found.violations.flatMap(rule =>
                    rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`)))
            """;

    /**
     * Leaves one article of each shape, and of each shape two rows in its tables and two lines in the contents, as the
     * API's page has hundreds. What differs by nothing but its words, and by how often a part is repeated, is looked at
     * once; a row and a line beside its like, for it may stand too close.
     */
    private static final String ONE_OF_A_SHAPE = """
            () => {
              const shape = part => {
                const parts = new Set([...part.children].map(shape));
                const attributes = part.getAttributeNames().sort();
                return `${part.localName} ${attributes} ${part.getAttribute("class")} (${[...parts].sort()})`;
              };
              const leave = (most, parts) => {
                const seen = new Map();
                for (const part of parts) {
                  const its = shape(part);
                  seen.set(its, (seen.get(its) ?? 0) + 1);
                  if (seen.get(its) > most) part.remove();
                }
              };
              const lists = document.querySelectorAll("section > article tbody, nav.card ul");
              lists.forEach(list => leave(2, [...list.children]));
              leave(1, document.querySelectorAll("section > article"));
            }
            """;

    private Axe() {}

    /** Each violation in a sentence. */
    @SuppressWarnings("unchecked") // the script answers a list of texts
    static List<String> violations(Page page) {
        assertThat(page.frames()).as("frames, which are not looked into").hasSize(1);
        page.evaluate(ONE_OF_A_SHAPE);
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN, STANDARDS);
    }
}
