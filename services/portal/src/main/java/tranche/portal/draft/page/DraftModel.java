package tranche.portal.draft.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.form.page.Field;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The form of a draft ({@code draft/draft.jte}).
 *
 * @param leave where nothing is done
 * @param version that the person saw; empty of a new call
 * @param types what each component is, row by row
 * @param fields the amounts in the order of their types, the day, the purpose
 */
public record DraftModel(
        Frame frame,
        String leave,
        String address,
        Content sentence,
        Optional<RefusedForm> refused,
        String csrf,
        Optional<String> version,
        String once,
        String fund,
        List<String> types,
        List<Field> fields,
        String button,
        Shown shown) {

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return Field.wrong(fields);
    }

    /** An amount as it is read, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /**
     * What it would come to.
     *
     * @param nothing what is said while there is too little of it; empty where there is enough
     * @param refused what it would be refused for
     * @param notes what does not stop the draft and would stop its issue, or is unwise
     * @param total of all lines, with the share that is all of it
     * @param proof whether the lines come to what is called
     * @param more how many lines there are that are not shown; empty where all are
     */
    public record Shown(
            Optional<String> nothing,
            Optional<RefusedForm> refused,
            List<Note> notes,
            List<Line> lines,
            String count,
            Optional<Amount> total,
            Optional<String> proof,
            Optional<String> more) {}

    /**
     * What is said of the day.
     *
     * @param use the day that would be better
     */
    public record Note(String sentence, String use) {}

    /** What an investor would bear. */
    public record Line(String investor, String share, Amount amount, Amount uncalled) {}
}
