package tranche.portal.receipt.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tranche.portal.drawdown.page.CallChip;
import tranche.portal.frame.page.Frame;

/**
 * One receipt ({@code receipt/receipt.jte}).
 *
 * @param sentence what is so, and what comes next
 * @param reason why it was last moved, where that asks for a reason
 * @param waiting what it may be for; empty where it is matched, or gone
 * @param settled the lines that it pays
 * @param held what of it is an investor's, or is on its way back
 * @param doings what this reader may do with it, each on a page that says what follows
 */
public record ReceiptModel(
        Frame frame,
        String entry,
        CallChip state,
        ReceiptsModel.Amount title,
        Content sentence,
        Optional<String> reason,
        Optional<ReceiptsModel.Waiting> waiting,
        List<Settled> settled,
        List<Held> held,
        List<Fact> facts,
        List<Doing> doings) {

    /**
     * A line that it pays.
     *
     * @param reference by which payers name it; empty where the call is not known
     */
    public record Settled(
            String investor, String call, String address, Optional<String> reference, ReceiptsModel.Amount amount) {}

    /** What of it is somebody's. */
    public record Held(String investor, String what, ReceiptsModel.Amount amount) {}

    /** A line of what is known. */
    public record Fact(String name, List<String> paragraphs) {}

    /** A command that may be sent. */
    public record Doing(String name, String address, String look) {}
}
