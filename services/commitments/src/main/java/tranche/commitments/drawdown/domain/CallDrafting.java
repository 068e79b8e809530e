package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.INSUFFICIENT_UNCALLED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOBODY_TO_CALL;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallEvent.DraftEdited;
import tranche.commitments.drawdown.domain.CallEvent.Drafted;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;

/** How a call comes to be drafted, by a person or by a tranche, and is edited (domain §2.2). */
record CallDrafting(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> draft(DraftCall draft) {
        Optional<Fund> seen = state.fund().filter(fund -> isSeen(fund, draft.by()));
        if (seen.isEmpty()) {
            return CallGate.withoutFund(draft.by());
        }
        Fund fund = seen.get();
        if (!draft.by().isSystem() && !draft.by().access().holds(Role.FUND_MANAGER, fund.scope())) {
            return refused(FORBIDDEN);
        }
        if (state.calls().get(draft.id()).isPresent()) {
            return accepted();
        }
        CallBasis basis = fund.terms().callBasis();
        return refusal(fund, draft.release(), draft.content())
                .orElseGet(() -> shared(draft.id(), draft.content(), basis)
                        .<Decision<DrawdownEvent>>map(lines -> accepted(new Drafted(
                                draft.id(),
                                fund.programme(),
                                fund.id(),
                                state.blanks().getLast().reference(),
                                draft.release(),
                                draft.content(),
                                basis,
                                lines,
                                hash(fund, draft.release(), draft.content(), basis, lines),
                                fund.today(now),
                                draft.by().asMaker())))
                        .orElseGet(() -> refused(INSUFFICIENT_UNCALLED)));
    }

    /** An edit with nothing in it shares the call anew: what can be called may have changed since. */
    Decision<DrawdownEvent> edit(EditCall edit) {
        Optional<CapitalCall> found = state.calls().get(edit.id());
        Optional<Decision<DrawdownEvent>> closed = CallGate.refusal(found, CallStep.EDIT, edit.by(), edit.ifMatch());
        if (closed.isPresent()) {
            return closed.get();
        }
        CapitalCall call = found.orElseThrow();
        Fund fund = state.fund().orElseThrow();
        CallContent content = new CallContent(
                edit.dueDate().orElse(call.content().dueDate()),
                edit.components().orElse(call.content().components()),
                edit.purpose().orElse(call.content().purpose()));
        CallBasis basis = fund.terms().callBasis();
        return refusal(fund, call.release(), content)
                .orElseGet(() -> shared(call.id(), content, basis)
                        .<Decision<DrawdownEvent>>map(lines -> accepted(new DraftEdited(
                                call.id(),
                                content,
                                basis,
                                lines,
                                hash(fund, call.release(), content, basis, lines),
                                Dates.later(fund.today(now), call.version().effectiveDate()),
                                edit.by().asMaker())))
                        .orElseGet(() -> refused(INSUFFICIENT_UNCALLED)));
    }

    private static boolean isSeen(Fund fund, Actor by) {
        return by.isSystem() || by.access().holds(Fund.READERS, fund.scope());
    }

    private Optional<Decision<DrawdownEvent>> refusal(Fund fund, Optional<Release> release, CallContent content) {
        if (Sharing.participants(state).isEmpty()) {
            return Optional.of(refused(NOBODY_TO_CALL));
        }
        List<Money> amounts =
                content.components().stream().map(CallComponent::amount).toList();
        if (!amounts.stream().allMatch(amount -> amount.currency().equals(fund.currency()))) {
            return Optional.of(refused(
                    CURRENCY_NOT_THE_FUNDS, Map.of("currency", fund.currency().code())));
        }
        if (!amounts.stream().allMatch(Money::isPositive)) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        return amounts.stream().allMatch(Money::isWholeMinorUnits)
                ? CallGuard.notWhole(release, content, state)
                : Optional.of(refused(AMOUNT_NOT_WHOLE));
    }

    /** The lines, each under the id and the reference that its commitment had in the call before, if it had any. */
    private Optional<List<DraftLine>> shared(CallId id, CallContent content, CallBasis basis) {
        Map<CommitmentId, Drawdowns.Blank> taken = new HashMap<>();
        state.lines().values().stream()
                .filter(line -> line.call().equals(id))
                .forEach(line -> taken.put(line.commitment(), new Drawdowns.Blank(line.id(), line.reference())));
        Iterator<Drawdowns.Blank> fresh = state.blanks().iterator();
        return Sharing.of(Sharing.participants(state), basis, content.components())
                .map(borne -> borne.stream()
                        .map(one -> {
                            Commitment commitment = one.commitment();
                            Drawdowns.Blank blank = Optional.ofNullable(taken.get(commitment.id()))
                                    .orElseGet(fresh::next);
                            return new DraftLine(
                                    blank.id(),
                                    commitment.id(),
                                    commitment.investor(),
                                    blank.reference(),
                                    one.shares());
                        })
                        .toList());
    }

    private static ContentHash hash(
            Fund fund, Optional<Release> release, CallContent content, CallBasis basis, List<DraftLine> lines) {
        List<Map<String, String>> shown = new ArrayList<>();
        lines.forEach(line -> shown.add(Map.of(
                "commitmentId", line.commitment().toString(),
                "investorId", line.investor().toString(),
                "amount", line.amount().toString(),
                "reference", line.reference().text())));
        Map<String, Object> members = new HashMap<>();
        members.put("fundId", fund.id().toString());
        release.ifPresent(from -> {
            members.put("trancheId", from.tranche().toString());
            members.put("conditionVersion", from.conditionVersion());
        });
        members.put("dueDate", content.dueDate().toString());
        members.put("purpose", content.purpose());
        members.put("basis", basis.name());
        members.put(
                "components",
                content.components().stream()
                        .map(component -> Map.of(
                                "type", component.type().name(),
                                "amount", component.amount().toString()))
                        .toList());
        members.put("lines", shown);
        return ContentHash.of(CanonicalJson.of(members));
    }
}
