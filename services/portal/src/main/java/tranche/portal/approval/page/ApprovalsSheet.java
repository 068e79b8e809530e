package tranche.portal.approval.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.page.ProposalWords;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;

/** How the page says what waits. */
record ApprovalsSheet(
        ApprovalDesk.Queue queue, Map<UUID, String> funds, Map<UUID, CommitmentRow> commitments, Visitor visitor) {

    /** What can be proposed; another service may know more. */
    private static final Set<String> COMMANDS = Set.of(
            "change-terms",
            ProposalWords.AMEND,
            ProposalWords.TRANSFER,
            "import",
            "grant",
            "reversal",
            "refund",
            "amend-tranche",
            "cancel-tranche",
            "rebaseline",
            "waiver",
            "revoke-waiver",
            "revoke-verification",
            "remove",
            "supersede");

    ApprovalsModel model(Frame frame, Words words) {
        return new ApprovalsModel(
                frame,
                words.say(
                        queue.more() ? "approvals.lede.more" : "approvals.lede",
                        "count",
                        queue.items().size()),
                queue.whole(),
                queue.items().stream().map(one -> line(one, words)).toList());
    }

    private ApprovalsModel.Line line(Waiting one, Words words) {
        String kind = kind(one.kind(), words);
        return new ApprovalsModel.Line(
                one.address(),
                kind,
                icon(one.kind()),
                one.name()
                        .or(() -> commitment(one).map(CommitmentRow::investorName))
                        .orElse(kind),
                one.amount()
                        .map(amount -> new ApprovalsModel.Amount(words.money().full(amount), amount.plain())),
                about(one, words),
                one.until()
                        .map(until -> words.say(
                                "approvals.until", "moment", words.dates().moment(until)))
                        .or(() -> one.since()
                                .map(since -> words.say(
                                        "approvals.since",
                                        "moment",
                                        words.dates().recent(since, words.now()))))
                        .orElse(""));
    }

    private String about(Waiting one, Words words) {
        if (one.by().filter(visitor.account()::equals).isPresent()) {
            return words.say("approvals.own");
        }
        return one.fund()
                .flatMap(fund -> Optional.ofNullable(funds.get(fund)))
                .or(() -> commitment(one).map(CommitmentRow::fundName))
                .orElse("");
    }

    private Optional<CommitmentRow> commitment(Waiting one) {
        return one.commitment().flatMap(id -> Optional.ofNullable(commitments.get(id)));
    }

    /** What it is called that waits. */
    static String kind(String kind, Words words) {
        return switch (kind) {
            case "commitment", "call", "tranche", "closing", "account", "milestone" ->
                words.say("approvals.kind." + kind);
            default -> COMMANDS.contains(kind) ? words.say("approvals.command." + kind) : kind;
        };
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "commitment", "closing", ProposalWords.AMEND, ProposalWords.TRANSFER -> "certificate";
            case "call", "tranche", "account" -> "coins";
            case "milestone" -> "flag-check";
            default -> "users";
        };
    }
}
