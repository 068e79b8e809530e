package tranche.portal.receipt.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.form.page.Field;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The form by which lines are chosen for a receipt ({@code receipt/match.jte}).
 *
 * @param receipt its address
 * @param text what the lines are searched for
 * @param lines those to choose from: what was chosen first, then what is likeliest
 * @param range how many there are that are not shown; empty where all are
 * @param holder for whom the rest is held
 */
public record MatchModel(
        Frame frame,
        String receipt,
        String address,
        Content sentence,
        Optional<RefusedForm> refused,
        String csrf,
        String version,
        String once,
        String text,
        List<Line> lines,
        Optional<String> range,
        Field holder) {

    /** What is wrong with what was sent, each with the address of its field. */
    public List<RefusedForm.Wrong> wrong() {
        return Stream.concat(
                        lines.stream()
                                .flatMap(line -> line.wrong().stream()
                                        .map(text -> new RefusedForm.Wrong(
                                                "#" + line.amountName(), line.investor() + ": " + text))),
                        holder.wrong().stream().map(text -> new RefusedForm.Wrong("#" + holder.name(), text)))
                .toList();
    }

    /**
     * A line to choose.
     *
     * @param name of the box that chooses it; {@code amountName} that of its amount
     * @param chosen whether it is chosen by now
     * @param value what stands in the field of its amount
     * @param because why it is offered before others; empty where nothing speaks for it
     */
    public record Line(
            String name,
            String amountName,
            boolean chosen,
            String investor,
            String call,
            String callAddress,
            String reference,
            String due,
            ReceiptsModel.Amount open,
            String value,
            String label,
            Optional<String> because,
            Optional<String> wrong) {}
}
