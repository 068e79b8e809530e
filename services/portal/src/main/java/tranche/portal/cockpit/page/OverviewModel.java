package tranche.portal.cockpit.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.page.FeedLine;

/**
 * The overview of one programme ({@code cockpit/overview.jte}).
 *
 * @param sentence what is so, what changed since the last visit, and what waits
 * @param waits what waits for this person, at most three
 * @param raise one figure for each currency, the headline currency first
 * @param kinds who committed, by currency; empty where the reader may not see it
 * @param kindsTotal what all of them committed, in each currency
 * @param funds the largest funds; empty where the reader may not see them whole
 * @param allFunds how many funds the reader sees whole
 * @param allAsked whether all of them were asked for: where some are left out even so, no link leads to them
 * @param readsFunds whether the reader sees any
 * @param own the reader's own commitments, as an investor
 * @param feed what changed, the newest first
 * @param sites where it is built
 * @param calls to come, a chart for each currency; none where nothing is, or the reader may not see it
 * @param next the milestones that are expected first
 * @param programmes all that the reader may see, to change between
 */
public record OverviewModel(
        Frame frame,
        UUID programme,
        String name,
        Content sentence,
        List<Wait> waits,
        List<RaiseFigure> raise,
        Optional<String> claim,
        List<KindChart> kinds,
        String kindsTotal,
        List<FundLine> funds,
        int allFunds,
        boolean allAsked,
        boolean readsFunds,
        List<OwnLine> own,
        List<FeedLine> feed,
        SiteMap sites,
        List<CallsFigure> calls,
        List<NextLine> next,
        List<ProgrammeLine> programmes) {

    public OverviewModel {
        waits = List.copyOf(waits);
        raise = List.copyOf(raise);
        kinds = List.copyOf(kinds);
        funds = List.copyOf(funds);
        own = List.copyOf(own);
        feed = List.copyOf(feed);
        calls = List.copyOf(calls);
        next = List.copyOf(next);
        programmes = List.copyOf(programmes);
    }

    /** Whether the reader sees more of the money than what is published of the whole. */
    public boolean readsMoney() {
        return readsFunds || !own.isEmpty();
    }

    /** Something that waits for the reader, one click from done. */
    public record Wait(String icon, String tone, String what, String how, String about, String address) {}

    /**
     * A fund in the table.
     *
     * @param exact what is committed, as a plain decimal
     * @param share the called part of what is committed
     */
    public record FundLine(
            String name,
            boolean unverified,
            String exact,
            String committed,
            String called,
            String share,
            String investors,
            String investorsInWords,
            String address) {}

    /**
     * A milestone that is expected.
     *
     * @param slip against its baseline, with {@code tone} as its class in the sheet
     * @param unlocks what waits for it
     */
    public record NextLine(
            String site, String name, String day, String slip, String tone, String unlocks, String address) {}

    /** A commitment of the reader's own. */
    public record OwnLine(
            String fund, String state, String exact, String amount, String called, String uncalled, String address) {}

    /** A programme to change to. */
    public record ProgrammeLine(String name, boolean sample, boolean current, String raise, String address) {}
}
