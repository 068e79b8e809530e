package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.drawdown.domain.TextChange;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * One call ({@code drawdown/call.jte}).
 *
 * @param here the address of the page as it is shown
 * @param title the amount in full, and of how many
 * @param sentence what is so and what comes next, for this reader
 * @param notice of the one line that is the reader's own; empty where there are others too, or it is not demanded
 * @param reason why it was sent back, reopened, called off or taken back
 * @param refused what the service said to the form that was sent last; empty on a plain visit
 * @param steps from draft to paid; none where it came to nothing
 * @param causes why it exists, the first cause first
 * @param changes what its last edit changed; empty where it was never edited
 * @param checks of what comes next; empty where nothing is left to be checked, or this reader does not see the whole call
 * @param edit where its content is changed; empty for whoever may not, and once it is issued
 * @param standing why this reader may act; empty for whoever has no part in it
 */
public record CallModel(
        Frame frame,
        String address,
        String here,
        String reference,
        CallChip state,
        Amount title,
        Content sentence,
        Optional<Notice> notice,
        Optional<String> reason,
        Optional<RefusedForm> refused,
        List<Step> steps,
        List<Cause> causes,
        Allocation allocation,
        Optional<Changes> changes,
        Optional<Checks> checks,
        List<Component> components,
        List<Fact> facts,
        Optional<String> edit,
        Optional<String> standing,
        List<Action> actions,
        String hash,
        String version,
        String csrf) {

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return actions.stream()
                .flatMap(action -> action.field().stream())
                .flatMap(field -> field.wrong().stream()
                        .map(text -> new RefusedForm.Wrong("#" + field.id(), field.label() + ": " + text)))
                .toList();
    }

    /** An amount as it is read, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /**
     * A step of its way.
     *
     * @param look {@code done}, {@code now} or {@code next}
     */
    public record Step(int number, String name, String detail, String look) {}

    /**
     * Something that led to it, or the call itself.
     *
     * @param address where it is told in full; empty where it is told here
     * @param here whether it is what the page is about
     */
    public record Cause(
            String icon,
            String tone,
            String title,
            Optional<String> address,
            String about,
            Optional<When> when,
            boolean here) {}

    /** A moment or a day as it is read, and for machines. */
    public record When(String text, String machine) {}

    /** Where the one line that is the reader's own is told in full: its notice, and whether that is ours. */
    public record Notice(String open, String check) {}

    /**
     * Of whom how much is demanded.
     *
     * @param whole whether the reader sees all lines, each with its share
     * @param told whether the lines are demanded, so that payers name them
     * @param uncalled what of all the commitments can still be called after it; empty where that is not known of each
     * @param range which of them are shown; empty where all are
     * @param proof whether they come to what is called, in words; empty where the reader sees its own alone
     * @param rounding how each of the lines shown was rounded; none where the reader sees its own alone
     * @param receipts where all that came in for it stands; empty where nothing did, and for whoever sees its own alone
     */
    public record Allocation(
            boolean whole,
            boolean told,
            List<Line> lines,
            String count,
            String share,
            Amount amount,
            Amount open,
            Optional<Amount> uncalled,
            boolean addsUp,
            Optional<String> proof,
            List<Rounding> rounding,
            Optional<String> range,
            Optional<String> earlier,
            Optional<String> later,
            String csv,
            String xlsx,
            Optional<String> receipts) {}

    /**
     * A line of the allocation.
     *
     * @param kind of the investor; empty where it is not known yet
     * @param uncalled what of its commitment can still be called after it; empty where that is not known yet
     * @param notice where its notice is; empty before the call is issued
     * @param way how the investor would be told; empty once it is issued, and where nobody knows
     * @param paid what came in for it, each where it is told in full
     */
    public record Line(
            String investor,
            Optional<String> kind,
            String share,
            Amount amount,
            Amount open,
            Optional<Amount> uncalled,
            CallChip state,
            Optional<String> reference,
            Optional<Notice> notice,
            Optional<String> way,
            List<Paid> paid) {}

    /**
     * Something that came in for a line.
     *
     * @param label the same for whoever hears it without its column
     */
    public record Paid(String address, String day, String label) {}

    /**
     * How what an investor bears of a component was rounded (rule D-20).
     *
     * @param exact the share before it was rounded down
     * @param remainder what rounding down left, of a minor unit
     * @param became what came of it, in words
     */
    public record Rounding(
            String investor, String component, Amount exact, String remainder, String became, Amount amount) {}

    /**
     * What is otherwise than in an earlier version.
     *
     * @param more how many lines differ that are not shown; empty where all are
     */
    public record Changes(String title, List<Change> rows, Optional<String> more) {}

    /**
     * Something that is otherwise.
     *
     * @param was empty where nothing was, and {@code is} where nothing is any more
     * @param pieces of a text, which is read in one; none where it is none
     */
    public record Change(String name, Optional<String> was, Optional<String> is, List<TextChange.Piece> pieces) {}

    /**
     * What was checked.
     *
     * @param kept how much of it is as it should be, in words
     * @param account to which is paid; empty where none is in effect
     */
    public record Checks(List<Check> lines, String kept, String tone, Optional<Account> account) {}

    /**
     * A guard.
     *
     * @param mark its outcome in a word, for whoever does not see the icon
     */
    public record Check(String icon, String tone, String mark, String sentence) {}

    /** An account by its last digits and its fingerprint. */
    public record Account(String ending, String fingerprint) {}

    /**
     * A part of what is called.
     *
     * @param amount of the lines that the reader sees
     * @param whole of how much for everybody, in words; empty where that is the same
     */
    public record Component(String name, Amount amount, Optional<String> whole) {}

    /**
     * A line of what is known.
     *
     * @param address where it leads; empty where it is only said
     */
    public record Fact(String name, List<String> paragraphs, Optional<String> address) {}

    /**
     * A command that may be sent.
     *
     * @param once the key of its form: sent twice, it acts once
     * @param plain whether its button does it at once; any other opens first
     * @param binds whether it carries the hash of the content that was seen
     * @param warning what happens, before the button; empty where the button says it
     */
    public record Action(
            String command,
            String once,
            String name,
            String look,
            boolean plain,
            boolean binds,
            boolean open,
            Optional<String> warning,
            Optional<Field> field) {

        /** Whether it leads on: it stands last, where the eye ends. */
        public boolean leads() {
            return look.equals("main");
        }
    }

    /** The reason that a command asks for. */
    public record Field(String id, String label, String hint, String value, Optional<String> wrong) {}
}
