package tranche.portal.form.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.problem.page.RefusedForm;

/**
 * A field of a form ({@code form/field.jte}).
 *
 * @param value what stands in it: what was sent, where it was refused
 * @param unit the currency of an amount; empty for any other field
 * @param echo the amount as it was understood, in full and in words
 * @param options what is chosen from or, for a line, what is proposed to whoever types
 * @param wrong what is wrong with what was sent
 */
public record Field(
        Look look,
        String name,
        String label,
        Optional<String> hint,
        boolean required,
        int longest,
        String value,
        String unit,
        Optional<String> echo,
        List<Option> options,
        Optional<String> wrong) {

    public Field {
        options = List.copyOf(options);
    }

    /** How a field is filled in. */
    public enum Look {
        LINE,
        AMOUNT,
        CHOICE,
        DAY,
        TEXT
    }

    /** One of those to choose from. */
    public record Option(String value, String name, boolean chosen) {}

    /** What is wrong with what was sent, each with the address of its field. */
    public static List<RefusedForm.Wrong> wrong(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> field.wrong.stream()
                        .map(text -> new RefusedForm.Wrong("#" + field.name, field.label + ": " + text)))
                .toList();
    }

    /** The ids of all that is said of it, for whoever does not see where it stands. */
    public String described() {
        StringBuilder ids = new StringBuilder();
        hint.ifPresent(_ -> ids.append(name).append("-hint "));
        if (look == Look.AMOUNT) {
            ids.append(name).append("-echo ");
        }
        wrong.ifPresent(_ -> ids.append(name).append("-wrong"));
        return ids.toString().strip();
    }
}
