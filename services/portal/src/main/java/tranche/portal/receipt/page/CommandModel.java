package tranche.portal.receipt.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.form.page.Field;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The form of a command, or that by which a receipt is recorded ({@code receipt/command.jte}).
 *
 * @param leave where nothing is done
 * @param sentence what follows, before it is done
 * @param version that the person saw; empty where there is none yet
 * @param hidden fields that nobody fills in
 * @param look of its button
 */
public record CommandModel(
        Frame frame,
        String leave,
        String address,
        Content sentence,
        Optional<RefusedForm> refused,
        String csrf,
        Optional<String> version,
        String once,
        List<ReceiptsModel.Hidden> hidden,
        List<Field> fields,
        String button,
        String look) {

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return Field.wrong(fields);
    }
}
