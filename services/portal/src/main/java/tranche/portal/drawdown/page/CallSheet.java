package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallCheck;
import tranche.portal.drawdown.domain.CallDoing;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.domain.PayingAccount;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.values.money.Money;

/**
 * What is known of a call, and how its page says it.
 *
 * @param causes what led to it
 * @param changes what its last edit changed
 * @param unreached of whom of it nobody is reached; empty where that is not known
 * @param once what the keys of this page's forms begin with, fresh
 */
record CallSheet(
        CapitalCall call,
        String fund,
        CallCauses causes,
        Optional<ChangesSheet> changes,
        Optional<ChecksSheet.Unreached> unreached,
        Optional<SentCall> sent,
        String once) {

    CallModel model(Frame frame, Visitor visitor, CallLines lines, Words words) {
        List<CallModel.Action> actions = actions(visitor, words);
        boolean shown = actions.stream()
                .anyMatch(action -> action.open() && action.field().isPresent());
        return new CallModel(
                frame,
                address(call.id()),
                lines.here(),
                call.reference(),
                CallChip.of(call.standing(), words),
                new CallModel.Amount(title(words), shownTotal().plain()),
                sentence(visitor, words),
                lines.own(),
                call.reason(),
                sent.flatMap(form -> form.said(shown, words)),
                new CallWay(call, words).steps(),
                causes.causes(words),
                lines.allocation(words),
                changes.map(sheet -> sheet.model(words)),
                new ChecksSheet(call, unreached).model(words),
                components(words),
                facts(words),
                Optional.of(address(call.id()) + "/edit")
                        .filter(_ -> call.allowed().contains("edit")
                                && visitor.access().holds(Role.FUND_MANAGER, call.scope())),
                standing(visitor, words),
                actions,
                call.contentHash(),
                Long.toString(call.version()),
                visitor.csrf());
    }

    static String address(UUID call) {
        return "/calls/" + call;
    }

    private Money shownTotal() {
        return call.isWhole() ? call.total() : call.ofLines();
    }

    private String title(Words words) {
        String amount = words.money().full(shownTotal());
        return call.lineCount()
                .map(count -> words.say("call.title", "amount", amount, "count", count))
                .orElse(amount);
    }

    private Content sentence(Visitor visitor, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("fund", fund);
        gaps.put("origin", call.tranche().isPresent() ? "tranche" : "hand");
        gaps.put("due", words.dates().day(call.due()));
        gaps.put("open", words.money().full(call.open()));
        gaps.put("paid", words.money().full(call.isWhole() ? call.paid() : call.paidOfLines()));
        gaps.put("may", may(visitor));
        return words.rich("call.now." + (call.isWhole() ? "" : "own.") + now(), gaps);
    }

    /** What comes next is this reader's to do, or somebody else's. */
    private String may(Visitor visitor) {
        List<CallDoing> mine = CallDoing.of(call, visitor.access());
        return mine.stream().anyMatch(CallDoing::leads) && !call.isStopped() ? "yes" : "no";
    }

    /** An investor hears of a call once it is issued: before and after, nothing is to be paid. */
    private String now() {
        boolean hidden = !call.isWhole() && !call.standing().isTold();
        return (hidden ? CallState.REVERSED : call.standing()).code();
    }

    /** What is the reader's own comes first; of whoever sees its own alone the whole is said beside it. */
    private List<CallModel.Component> components(Words words) {
        List<CapitalCall.Component> own = call.isWhole() ? List.of() : call.componentsOfLines();
        return (own.isEmpty() ? call.components() : own)
                .stream().map(part -> component(part, words)).toList();
    }

    private CallModel.Component component(CapitalCall.Component part, Words words) {
        Money whole = call.ofComponent(part.type());
        return new CallModel.Component(
                words.say("call.component." + part.type().toLowerCase(Locale.ROOT)),
                new CallModel.Amount(
                        words.money().full(part.amount()), part.amount().plain()),
                Optional.of(whole)
                        .filter(sum -> !call.isWhole() && !sum.equals(part.amount()))
                        .map(sum -> words.say(
                                "call.component.of", "total", words.money().full(sum))));
    }

    private List<CallModel.Fact> facts(Words words) {
        List<CallModel.Fact> facts = new ArrayList<>();
        facts.add(new CallModel.Fact(
                words.say("call.fact.fund"),
                List.of(fund),
                Optional.of(Addresses.with("/calls", Map.of("fund", call.fund().toString())))));
        facts.add(new CallModel.Fact(
                words.say("call.fact.due"), List.of(words.dates().day(call.due())), Optional.empty()));
        facts.add(new CallModel.Fact(
                words.say("call.fact.purpose"), call.purpose().lines().toList(), Optional.empty()));
        call.account()
                .ifPresent(account ->
                        account.whole().ifPresent(whole -> facts.add(payTo(whole, account.fingerprint(), words))));
        return facts;
    }

    /** The instructions that the notices promised: who sees the call finds them here and nowhere else. */
    private static CallModel.Fact payTo(PayingAccount.Whole whole, String fingerprint, Words words) {
        return new CallModel.Fact(
                words.say("call.fact.pay-to"),
                List.of(
                        whole.holder(),
                        whole.iban().replaceAll("(.{4})(?=.)", "$1\u00a0"),
                        whole.bic(),
                        words.say("call.fact.pay-to.check", "fingerprint", fingerprint)),
                Optional.empty());
    }

    /** Why this reader may act, or may not. */
    private Optional<String> standing(Visitor visitor, Words words) {
        List<CallDoing> mine = CallDoing.of(call, visitor.access());
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        boolean manages = visitor.access().holds(Set.of(Role.FUND_MANAGER), call.scope());
        boolean leads = mine.stream().anyMatch(CallDoing::leads);
        if (leads && call.isStopped()) {
            return Optional.of(words.say(stop()));
        }
        String key = mine.contains(CallDoing.APPROVE)
                ? "approve"
                : mine.contains(CallDoing.ISSUE) ? "issue" : manages ? "manage" : "reopen";
        return Optional.of(words.say("call.may." + key));
    }

    /** Whose hands were on it is said first: no other look at it would help. */
    private String stop() {
        return call.check(CallCheck.Code.FOUR_EYES)
                .filter(check -> check.outcome() == CallCheck.Outcome.STOP)
                .map(ChecksSheet::because)
                .orElse("call.may.stopped");
    }

    /** What is stopped has no button. */
    private List<CallModel.Action> actions(Visitor visitor, Words words) {
        return CallDoing.of(call, visitor.access()).stream()
                .filter(doing -> !doing.leads() || !call.isStopped())
                .map(doing -> action(doing, words))
                .toList();
    }

    private CallModel.Action action(CallDoing doing, Words words) {
        Optional<SentCall> again = sent.filter(form -> form.doing() == doing);
        Map<String, Object> gaps = Map.of(
                "amount",
                words.money().brief(call.total()),
                "count",
                call.lineCount().orElse(0L));
        return new CallModel.Action(
                doing.command(),
                again.flatMap(SentCall::once).orElse(once + "-" + doing.command()),
                words.texts().say("call.do." + doing.command(), gaps),
                doing.leads() ? "main" : doing.refuses() ? "risk" : "",
                doing == CallDoing.APPROVE,
                doing.fields().contains("contentHash"),
                again.isPresent(),
                Optional.of(doing)
                        .filter(CallDoing.ISSUE::equals)
                        .map(_ -> words.texts().say("call.issue.told", gaps)),
                Optional.of(doing)
                        .filter(CallDoing::asksForReason)
                        .map(_ -> new CallModel.Field(
                                doing.command() + "-reason",
                                words.say("call.field.reason"),
                                words.say("call.field.reason.hint"),
                                again.map(SentCall::reason).orElse(""),
                                again.flatMap(SentCall::wrong))));
    }
}
