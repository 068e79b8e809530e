package tranche.portal.receipt.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.portal.drawdown.page.CallChip;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;

/**
 * The list of receipts ({@code receipt/receipts.jte}).
 *
 * @param record where one is recorded by hand; empty for whoever manages no fund
 * @param waiting those that wait for a match, the newest first; none where the list is cut to others
 * @param unknown what the address asked for and no filter knows; {@code known} is the address without it
 * @param nothing why the list is empty, where it is
 * @param more the address of the next page; empty on the last
 * @param continued whether this is not the first page
 */
public record ReceiptsModel(
        Frame frame,
        Content sentence,
        Optional<String> record,
        List<Waiting> waiting,
        List<Choice> funds,
        List<Choice> states,
        List<Pill> pills,
        List<Unknown> unknown,
        String known,
        List<Line> lines,
        String nothing,
        Optional<String> more,
        boolean continued,
        String csv,
        String xlsx) {

    /** What an open page changes in place: the receipts that it shows. */
    public String parts() {
        return lines.stream().map(line -> ",#" + line.id()).collect(Collectors.joining("", "#sentence,#waiting", ""));
    }

    /** An amount in full, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /**
     * A receipt.
     *
     * @param id of its row
     * @param wrote what the payer wrote; empty where that is nothing
     * @param use what it is for, in words
     * @param call that it pays; empty where that is none, or more than one
     */
    public record Line(
            String id,
            String address,
            String day,
            String payer,
            Optional<String> wrote,
            String fund,
            Amount amount,
            CallChip state,
            String use,
            Optional<String> call) {}

    /**
     * A receipt that nobody has matched yet, with what it may be for.
     *
     * @param wrote what the payer wrote; empty where that is nothing
     * @param proposed the lines that something points to; none where nothing does
     * @param excess what they leave of it, and for whom that is held; empty where they leave nothing
     * @param confirm how a person says that it is so; empty for whoever may not, and where more has to be said
     * @param choose where its lines are chosen one by one; empty for whoever may not
     */
    public record Waiting(
            String address,
            Amount amount,
            String payer,
            String day,
            Optional<String> wrote,
            List<Proposed> proposed,
            Optional<String> excess,
            Optional<Confirm> confirm,
            Optional<String> choose) {}

    /**
     * A line that a receipt may be for.
     *
     * @param because upon what it is proposed, in words
     */
    public record Proposed(
            String investor, String reference, String call, Amount amount, CallChip likelihood, String because) {}

    /** A form that says that the proposals hold, as they were shown. */
    public record Confirm(String address, String csrf, String version, String once, List<Hidden> fields) {}

    /** A field that nobody fills in. */
    public record Hidden(String name, String value) {}
}
