package tranche.portal.timeline.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;

/**
 * What waits for whoever works on sites ({@code timeline/work.jte}).
 *
 * @param sentence what waits, in a sentence
 * @param lists one for each role that the reader has
 */
public record WorkModel(Frame frame, String sentence, List<TaskList> lists) {

    public WorkModel {
        lists = List.copyOf(lists);
    }

    /**
     * A list of milestones.
     *
     * @param id its name in the page
     * @param none what is said where it is empty
     * @param rest that there are more than the list has; empty where it has all
     */
    public record TaskList(
            String id, String title, String none, String dayColumn, List<Line> lines, Optional<String> rest) {
        public TaskList {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A milestone.
     *
     * @param need why it stands here
     * @param about what is missing, or since when it waits
     */
    public record Line(String name, String project, Mark need, String about, String day, String address) {}
}
