package tranche.portal.raise.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.LinkedText;

/**
 * One commitment ({@code raise/commitment.jte}).
 *
 * @param funds where the commitments of its fund are listed
 * @param sentence what is so and what comes next, for this reader
 * @param refused what the service said to the form that was sent last; empty on a plain visit
 * @param facts what is known of it, by name
 * @param actions what this reader may do with it now
 * @param motions what this reader may propose, each on a page of its own
 * @param waiting what was proposed and waits for a second person
 * @param guards what an acceptance asks for; empty where none is awaited
 * @param standing who made it and why this reader may act, or may not; empty for whoever has no part in it
 * @param hash of the content that an acceptance binds
 */
public record CommitmentModel(
        Frame frame,
        String address,
        String investor,
        String fund,
        String funds,
        StateChip state,
        String amount,
        String exact,
        Content sentence,
        boolean unverified,
        Optional<RefusedForm> refused,
        List<Figure> figures,
        List<Fact> facts,
        List<Action> actions,
        List<Link> motions,
        List<Waiting> waiting,
        List<Guard> guards,
        Optional<Content> standing,
        String version,
        Optional<String> hash,
        String csrf,
        List<Step> steps) {

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return actions.stream()
                .filter(Action::open)
                .flatMap(action -> action.field().stream()
                        .flatMap(field -> field.wrong().stream()
                                .map(text -> new RefusedForm.Wrong(
                                        "#" + action.command() + "-" + field.name(), field.label() + ": " + text))))
                .toList();
    }

    /** Something that an acceptance asks for. */
    public record Guard(boolean passes, String text) {}

    /**
     * A proposal.
     *
     * @param who who may confirm it, and until when
     * @param page where it is read and answered
     */
    public record Waiting(String what, String who, Optional<String> reason, Link page) {}

    /** A figure of the strip. */
    public record Figure(String name, String amount, String exact) {}

    /**
     * A line of what is known.
     *
     * @param quoted whether it stands as a source says it: in the source's language, in as many paragraphs as it has
     */
    public record Fact(String name, List<LinkedText> paragraphs, boolean quoted) {}

    /**
     * A command that may be sent.
     *
     * @param command its name in the address
     * @param once the key of its form: sent twice, it acts once
     * @param open whether its form is open: it has just been refused
     * @param field the one field that it asks for; empty where it asks for none
     */
    public record Action(String command, String once, String name, String look, boolean open, Optional<Field> field) {

        /** What is to be done next stands open; whatever else may be done is a button that opens. */
        public boolean leads() {
            return look.equals("main");
        }
    }

    /**
     * A field of a command.
     *
     * @param value what stands in it: what was sent, where it was refused
     * @param wrong what is wrong with what was sent
     */
    public record Field(String name, String label, String hint, boolean date, String value, Optional<String> wrong) {}

    /** Something by name, and where it is told. */
    public record Link(String name, String address) {}

    /**
     * A step of its history, with the event behind it.
     *
     * @param what became of the amount, in a sentence; empty where nothing did
     * @param other the commitment at the other end of a transfer, where this reader may see it
     */
    public record Step(
            String icon,
            String tone,
            String title,
            Optional<String> by,
            String amount,
            Optional<String> what,
            Optional<Link> other,
            Optional<String> reason,
            String machine,
            String near,
            String exact,
            String type,
            String sequence,
            String version,
            String effective,
            String event,
            String actor) {}
}
