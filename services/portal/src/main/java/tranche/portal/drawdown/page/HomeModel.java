package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;

/**
 * An investor's home ({@code drawdown/home.jte}).
 *
 * @param sentence what is to be paid, and until when
 * @param outlooks what is to be expected, one for each currency
 * @param expected the same, call by call
 * @param changes what became of earlier forecasts, and why
 */
public record HomeModel(
        Frame frame,
        Content sentence,
        List<Payment> payments,
        List<Bars> outlooks,
        List<Expected> expected,
        List<Changed> changes) {

    /** An amount as it is read, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /**
     * Something to pay.
     *
     * @param payment by which the payer names it
     */
    public record Payment(
            String address,
            String call,
            String fund,
            String purpose,
            Amount amount,
            String due,
            String payment,
            CallChip state) {}

    /**
     * A figure of what is to be paid in a currency.
     *
     * @param caption what it shows, in words
     */
    public record Bars(String caption, List<Bar> bars) {}

    /** A quarter of a figure. */
    public record Bar(String quarter, String width, Amount amount) {}

    /**
     * A call to come.
     *
     * @param waitsFor the milestone that it waits for, with where that is told; empty where none is known
     */
    public record Expected(String fund, Optional<Link> waitsFor, String due, Amount amount) {}

    /** Something by name, and where it is told. */
    public record Link(String name, String address) {}

    /** What became of a forecast. */
    public record Changed(String fund, String sentence, String told, List<Because> causes) {}

    /**
     * A milestone behind a change.
     *
     * @param name of it and its project
     * @param slip how it stands against its baseline
     * @param reason as the site says
     */
    public record Because(String name, Optional<String> address, String slip, boolean late, Optional<String> reason) {}
}
