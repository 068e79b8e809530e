package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;

/**
 * The list of calls ({@code drawdown/calls.jte}).
 *
 * @param draft where a call is drafted by hand; empty for whoever manages no fund
 * @param unknown what the address asked for and no filter knows; {@code known} is the address without it
 * @param nothing why the list is empty, where it is
 * @param more the address of the next page; empty on the last
 * @param continued whether this is not the first page
 */
public record CallsModel(
        Frame frame,
        Content sentence,
        Optional<String> draft,
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

    /** What an open page changes in place: the calls that it shows. */
    public String parts() {
        return lines.stream().map(line -> ",#" + line.id()).collect(Collectors.joining("", "#sentence", ""));
    }

    /**
     * A call.
     *
     * @param id of its row
     * @param amount of it, or of the reader's own lines
     */
    public record Line(
            String id,
            String address,
            String reference,
            String fund,
            String purpose,
            Amount amount,
            String due,
            CallChip state) {}

    /** An amount in full, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}
}
