package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.portal.figure.page.BarFigure;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.frame.page.Frame;

/**
 * An investor's home ({@code drawdown/home.jte}).
 *
 * @param here the address by which the open page asks for its content anew: with what it shows, also once that is paid
 * @param sentence what is to be paid, until when, and how the forecast changed
 * @param columns what is to be paid by quarter, one figure for each currency
 * @param expected what is to be expected, call by call
 * @param falls why a year's forecast changed, one figure for each currency of which one did
 * @param reasons by which no year differs, each with its evidence
 * @param figures what is held in sums, one line for each currency
 * @param commitments what is held, one by one
 */
public record HomeModel(
        Frame frame,
        String here,
        Content sentence,
        List<Payment> payments,
        List<CallsFigure> columns,
        List<Expected> expected,
        List<Fall> falls,
        List<Reason> reasons,
        List<Figures> figures,
        List<Holding> commitments) {

    /** What an open page changes in place. */
    public String parts() {
        return payments.stream()
                .map(payment -> ",#" + payment.id())
                .collect(Collectors.joining("", "#sentence,#holdings,#outlook,#each,#changes,#commitments", ""));
    }

    /** An amount as it is read, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /**
     * Something to pay, or that was to be paid while the page was open.
     *
     * @param id of its line on the page
     * @param open whether it is still to be paid
     * @param payment by which the payer names it
     * @param notice where its notice is, and {@code check} whether that is ours
     */
    public record Payment(
            String id,
            String address,
            String call,
            String fund,
            String purpose,
            Amount amount,
            boolean open,
            String due,
            String payment,
            String notice,
            String check,
            CallChip state) {}

    /** What is held in a currency. */
    public record Figures(String caption, List<Figure> figures) {}

    /** A figure with a line of context. */
    public record Figure(String name, Amount amount, String context) {}

    /**
     * A commitment.
     *
     * @param width of the part that is called, as a width of its bar, with {@code called} in words
     * @param next the milestone that its next call waits for, with where that is told; empty where none is known
     * @param plan how sure its next call is; empty where none is to be expected
     */
    public record Holding(
            String fund,
            String address,
            Amount committed,
            Amount paid,
            String width,
            String called,
            Optional<Link> next,
            Optional<CallChip> plan) {}

    /**
     * A call to come.
     *
     * @param waitsFor the milestone that it waits for, with where that is told; empty where none is known
     */
    public record Expected(String fund, Optional<Link> waitsFor, String certainty, String due, Amount amount) {}

    /** Something by name, and where it is told. */
    public record Link(String name, String address) {}

    /**
     * From one forecast of a year to the next.
     *
     * @param years the other years that differ, in words
     * @param reasons those that have a bar of their own, in its order
     * @param rest those that share the last bar; empty where none does
     */
    public record Fall(
            String caption,
            BarFigure figure,
            List<FallRow> rows,
            List<String> years,
            List<Reason> reasons,
            Optional<Rest> rest) {}

    /** The smallest reasons together. */
    public record Rest(String number, String name, Amount amount, List<Reason> reasons) {}

    /** A bar as a row of a table. */
    public record FallRow(String name, Amount amount) {}

    /**
     * A reason.
     *
     * @param number of its bar; empty where it has none
     * @param address where it is shown; empty where this reader may not see it
     * @param amount by which it moves the year of the figure; empty where it does not
     */
    public record Reason(
            Optional<String> number,
            String name,
            Optional<String> address,
            Optional<Amount> amount,
            List<Because> causes,
            List<Changed> changes) {}

    /** What became of a forecast. */
    public record Changed(String fund, String sentence, String told) {}

    /**
     * A milestone behind a change.
     *
     * @param name of it and its project
     * @param slip how it stands against its baseline
     * @param reason as the site says
     */
    public record Because(String name, Optional<String> address, String slip, boolean late, Optional<String> reason) {}
}
