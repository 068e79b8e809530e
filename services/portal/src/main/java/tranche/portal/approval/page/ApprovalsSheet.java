package tranche.portal.approval.page;

import java.util.Optional;
import java.util.Set;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.page.MotionWords;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.values.actor.Scope;

/** How the page says what waits. */
record ApprovalsSheet(ApprovalDesk.Queue queue, NameBook book, Visitor visitor) {

    /** What can be proposed; another service may know more. */
    private static final Set<String> COMMANDS = Set.of(
            "change-terms",
            "import",
            "grant",
            "reversal",
            "refund",
            "amend-tranche",
            "cancel-tranche",
            MotionWords.AMEND,
            MotionWords.TRANSFER,
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
                name(one, words).orElse(kind),
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
        if (one.by().filter(visitor.actor().accounts()::contains).isPresent()) {
            return words.say("approvals.own");
        }
        return one.subject()
                .flatMap(subject -> book.above(subject.kind(), subject.id()))
                .or(() -> one.scope().flatMap(Scope::fund).flatMap(fund -> book.name(Wanted.Kind.FUND, fund)))
                .orElse("");
    }

    /** What it is called itself, or what it is about is called. */
    private Optional<String> name(Waiting one, Words words) {
        return one.name()
                .or(() -> one.subject().flatMap(subject -> book.name(subject.kind(), subject.id())))
                .or(() -> one.day()
                        .map(day -> words.say(
                                "approvals.closing.of", "day", words.dates().day(day))));
    }

    /** What there are names for. */
    static Wanted wanted(ApprovalDesk.Queue queue) {
        Wanted wanted = new Wanted();
        queue.items().forEach(one -> {
            one.subject().ifPresent(subject -> wanted.add(subject.kind(), subject.id()));
            one.scope().flatMap(Scope::fund).ifPresent(fund -> wanted.add(Wanted.Kind.FUND, fund));
        });
        return wanted;
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
            case "commitment", "closing", MotionWords.AMEND, MotionWords.TRANSFER -> "certificate";
            case "call", "tranche", "account" -> "coins";
            case "milestone" -> "flag-check";
            default -> "users";
        };
    }
}
