package tranche.portal.timeline.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.words.page.LinkedText;

/**
 * One project ({@code timeline/project.jte}).
 *
 * @param live the address of just what is shown, whichever part comes next meanwhile
 * @param breach that milestones exceed their baselines, where its state does not say so
 * @param place what it is, where it is
 * @param sentence what is so and what comes next
 * @param source where its particulars come from; none where a manager entered them
 * @param history its latest steps, the newest first
 * @param all the address with all of its history; empty where all of it is shown
 * @param earlier the address of the milestones before those shown, and {@code later} of those after
 */
public record ProjectModel(
        Frame frame,
        String live,
        String name,
        Mark state,
        Optional<Mark> breach,
        String place,
        boolean unverified,
        Content sentence,
        List<LinkedText> source,
        PlanChart chart,
        List<Section> sections,
        Optional<String> range,
        Optional<String> earlier,
        Optional<String> later,
        List<Step> history,
        Optional<String> all) {

    /** The parts that change while the page is open, as selectors. */
    public String parts() {
        return "#state,#sentence,#range,#chart,#pages,#sections,#steps";
    }

    /**
     * A milestone.
     *
     * @param gone whether it is no part of the plan any more
     * @param states where it stands, and beside it that it has slipped
     * @param breach how far it exceeds its baselines, with {@code baselines} to compare; empty where not to speak of
     * @param about its kind, and what a claim is counted by
     * @param facts what is known of it, by name
     * @param evidence of its latest claim
     * @param checked whether the reader is shown what of the evidence is there
     * @param needed what its verification still asks for
     * @param records the claim, the findings and the decision, each with its time
     */
    public record Section(
            String id,
            String name,
            List<Mark> states,
            boolean gone,
            Optional<Mark> breach,
            String baselines,
            String about,
            List<Fact> facts,
            List<Card> evidence,
            boolean checked,
            List<Need> needed,
            List<Entry> records,
            List<LinkedText> source) {}

    /** A line of what is known. */
    public record Fact(String name, String value) {}

    /**
     * A piece of evidence.
     *
     * @param hash all of it, and {@code brief} its first and last digits
     * @param machine when it came, for the markup
     */
    public record Card(
            String icon,
            String kind,
            String about,
            boolean verified,
            String hash,
            String brief,
            String machine,
            String came) {}

    /** A kind of evidence that is asked for, and whether it is there. */
    public record Need(String kind, boolean there) {}

    /**
     * A claim, a finding or a decision.
     *
     * @param role which of the three it is
     * @param text what was said, in the words of whoever said it
     * @param exact when it was recorded
     */
    public record Entry(
            String icon,
            String tone,
            String role,
            String title,
            Optional<String> by,
            Optional<String> text,
            String machine,
            String near,
            String exact) {}

    /** A step of the history, with the event behind it. */
    public record Step(
            String icon,
            String tone,
            String title,
            Optional<String> about,
            Optional<String> by,
            Optional<String> text,
            String machine,
            String near,
            String exact,
            String type,
            String sequence,
            String version,
            String effective,
            String event,
            Optional<String> actor) {}
}
