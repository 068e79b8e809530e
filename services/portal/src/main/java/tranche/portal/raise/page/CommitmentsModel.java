package tranche.portal.raise.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Head;
import tranche.portal.listing.page.Kept;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;

/**
 * The list of commitments ({@code raise/commitments.jte}).
 *
 * @param sentence how many there are, and what they come to
 * @param pills the filters that hold, each with the address without it
 * @param unknown what the address asked for and no filter knows; {@code known} is the address without it
 * @param nothing why the list is empty, where it is
 * @param kept filters and order that a form of this page carries along
 * @param totals one line for each currency, over all rows that match
 * @param more the address of the next page; empty on the last
 */
public record CommitmentsModel(
        Frame frame,
        Content sentence,
        List<Pill> pills,
        List<Unknown> unknown,
        String known,
        List<Choice> programmes,
        List<Choice> funds,
        List<Choice> kinds,
        List<Choice> states,
        String text,
        List<Kept> kept,
        String nothing,
        List<Head> heads,
        List<Line> lines,
        List<Total> totals,
        Optional<String> more,
        boolean continued,
        String csv,
        String xlsx) {

    public CommitmentsModel {
        pills = List.copyOf(pills);
        unknown = List.copyOf(unknown);
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /** The rows of this page and the totals below them, as selectors: what may change while it is open. */
    public String parts() {
        return lines.stream().map(line -> ",#" + line.id()).collect(Collectors.joining("", "#totals", ""));
    }

    /** A commitment; its id is that of its row on the page. */
    public record Line(
            String id,
            String address,
            String investor,
            String kind,
            String fund,
            boolean sample,
            boolean unverified,
            StateChip state,
            Amount amount,
            Amount called,
            Amount uncalled,
            String effective) {}

    /** The sums of one currency. */
    public record Total(String count, Amount amount, Amount called, Amount uncalled) {}

    /**
     * An amount in the unit of its column.
     *
     * @param exact as a plain decimal, for machines
     * @param full to the minor unit, for whoever points at it
     */
    public record Amount(String exact, String full, String brief) {}
}
