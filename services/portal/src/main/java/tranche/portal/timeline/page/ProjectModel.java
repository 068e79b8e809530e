package tranche.portal.timeline.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.LinkedText;

/**
 * One project ({@code timeline/project.jte}).
 *
 * @param live the address of just what is shown, whichever part comes next meanwhile
 * @param graph the address of its plan as a graph
 * @param breach that milestones exceed their baselines, where its state does not say so
 * @param place what it is, where it is
 * @param sentence what is so and what comes next
 * @param source where its particulars come from; none where a manager entered them
 * @param reference how long such a site takes on average; empty where its plan does not tell
 * @param effect what its slip does
 * @param history its latest steps, the newest first
 * @param all the address with all of its history; empty where all of it is shown
 * @param refused what the service said to the form that was sent last; empty on a plain visit
 * @param earlier the address of the milestones before those shown, and {@code later} of those after
 */
public record ProjectModel(
        Frame frame,
        String live,
        String graph,
        String name,
        Mark state,
        Optional<Mark> breach,
        String place,
        boolean unverified,
        Content sentence,
        List<LinkedText> source,
        Optional<Average> reference,
        PlanChart chart,
        SlipEffect effect,
        List<Section> sections,
        Optional<String> range,
        Optional<String> earlier,
        Optional<String> later,
        List<Step> history,
        Optional<String> all,
        Optional<RefusedForm> refused,
        String csrf) {

    /** The parts that change while the page is open, as selectors. */
    public String parts() {
        return "#state,#sentence,#range,#chart,#pages,#sections,#effect,#steps";
    }

    /**
     * A plan beside the average of such sites.
     *
     * @param text both, in days
     * @param hint that the plan is shorter; empty where it is not
     */
    public record Average(String text, Optional<String> hint) {}

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return sections.stream().flatMap(Section::wrong).toList();
    }

    /**
     * A milestone.
     *
     * @param address of its own page; empty on that page
     * @param gone whether it is no part of the plan any more
     * @param states where it stands, and beside it that it has slipped
     * @param breach how far it exceeds its baselines, with {@code baselines} to compare; empty where not to speak of
     * @param about its kind, and what a claim is counted by
     * @param facts what is known of it, by name
     * @param evidence of its latest claim
     * @param checked whether the reader is shown what of the evidence is there
     * @param needed what its verification still asks for
     * @param work what the reader may do to it
     * @param records the claim, the findings and the decision, each with its time
     */
    public record Section(
            String id,
            String name,
            Optional<String> address,
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
            List<LinkedText> source,
            Work work) {

        private Stream<RefusedForm.Wrong> wrong() {
            Stream<RefusedForm.Wrong> fields = work.actions().stream()
                    .flatMap(action -> action.fields().stream())
                    .flatMap(field -> field.wrong().stream()
                            .map(text -> new RefusedForm.Wrong("#" + field.id(), field.label() + ": " + text)));
            Stream<RefusedForm.Wrong> attached = work.actions().stream()
                    .flatMap(action -> action.file().stream())
                    .flatMap(file -> file.wrong().stream().map(text -> new RefusedForm.Wrong("#" + file.id(), text)));
            Stream<Upload> uploads =
                    Stream.concat(needed.stream().flatMap(need -> need.upload().stream()), work.other().stream());
            return Stream.concat(
                    Stream.concat(fields, attached),
                    uploads.flatMap(upload -> upload.wrong().stream()
                            .map(text -> new RefusedForm.Wrong("#" + upload.id(), upload.label() + ": " + text))));
        }
    }

    /**
     * What the reader may do to a milestone.
     *
     * @param address of its commands, and {@code query} what of the project is shown
     * @param version that the reader sees
     * @param reason why a verifier may verify it, or may not; empty for whoever has no part in it
     * @param other the upload of whatever else shows it, of one of {@code kinds}; empty where evidence is not taken
     */
    public record Work(
            String address,
            String query,
            String version,
            Optional<String> reason,
            List<Action> actions,
            Optional<Upload> other,
            List<Kind> kinds) {

        public boolean isNone() {
            return reason.isEmpty() && actions.isEmpty() && other.isEmpty();
        }
    }

    /**
     * A command that may be sent; its form stands open where it has just been refused.
     *
     * @param once the key of its form: sent twice, it acts once
     * @param standing whether it stands open by itself: then it is not in anybody's use yet
     * @param file the evidence that may go with it; empty where none may
     */
    public record Action(
            String id,
            String command,
            String once,
            String name,
            String look,
            boolean open,
            boolean standing,
            List<Field> fields,
            Optional<Attachment> file) {}

    /**
     * A file that may go with a command.
     *
     * @param kindId id of the field that says what it is
     * @param chosen the kind that stands there first
     * @param wrong what is wrong with what was sent
     */
    public record Attachment(String id, String kindId, String chosen, Optional<String> wrong) {}

    /**
     * A field of a command.
     *
     * @param value what stands in it: what was sent, where it was refused
     * @param wrong what is wrong with what was sent
     */
    public record Field(
            String id, String name, String label, String hint, boolean date, String value, Optional<String> wrong) {}

    /**
     * A form that takes a file.
     *
     * @param once its key: sent twice, it acts once
     * @param kind of evidence; empty where it is to be chosen
     * @param camera whether a phone opens its camera
     * @param chosen the kind that was sent; empty on a plain visit
     */
    public record Upload(
            String id,
            String once,
            Optional<String> kind,
            String label,
            boolean camera,
            boolean open,
            String chosen,
            Optional<String> wrong) {}

    /** A kind of evidence to choose. */
    public record Kind(String code, String name) {}

    /** A line of what is known. */
    public record Fact(String name, String value) {}

    /**
     * A piece of evidence.
     *
     * @param title what its submitter calls it, or its kind where that is not known
     * @param about its kind where that is not its title, its type and its size
     * @param hash all of it, and {@code brief} its first and last digits
     * @param machine when it came, for the markup
     */
    public record Card(
            String icon,
            String title,
            String about,
            boolean verified,
            String hash,
            String brief,
            String machine,
            String came) {}

    /** A kind of evidence that is asked for, whether it is there, and where it is not, the form that takes it. */
    public record Need(String kind, boolean there, Optional<Upload> upload) {}

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
