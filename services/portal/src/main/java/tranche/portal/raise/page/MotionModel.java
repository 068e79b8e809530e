package tranche.portal.raise.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The form of an amendment or a transfer ({@code raise/motion.jte}).
 *
 * @param commitment the address of the commitment that it is about
 * @param sentence what is committed now, and that another person confirms what is proposed
 * @param refused what was said to the form that was sent last; empty on a plain visit
 * @param currency of the fund, in which amounts are
 * @param received hash and name of the file that was received just now; empty where none was
 * @param button what it does
 */
public record MotionModel(
        Frame frame,
        String commitment,
        String address,
        Content sentence,
        Optional<RefusedForm> refused,
        String csrf,
        String version,
        String once,
        String currency,
        List<Field> fields,
        Optional<String> received,
        String button) {

    public MotionModel {
        fields = List.copyOf(fields);
    }

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return fields.stream()
                .flatMap(field -> field.wrong().stream()
                        .map(text -> new RefusedForm.Wrong("#" + field.name(), field.label() + ": " + text)))
                .toList();
    }

    /** How a field is filled in. */
    public enum Look {
        AMOUNT,
        CHOICE,
        DAY,
        TEXT,
        PAPERS
    }

    /**
     * A field.
     *
     * @param value what stands in it: what was sent, where it was refused
     * @param echo the amount as it was understood, in full and in words
     * @param options what is chosen from
     * @param wrong what is wrong with what was sent
     */
    public record Field(
            Look look,
            String name,
            String label,
            String hint,
            boolean required,
            String value,
            Optional<String> echo,
            List<Option> options,
            Optional<String> wrong) {}

    /** One of those to choose from. */
    public record Option(String value, String name, boolean chosen) {}
}
