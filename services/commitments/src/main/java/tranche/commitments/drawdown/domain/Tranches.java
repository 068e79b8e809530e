package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Shelf;

/**
 * A fund's tranches, as far as the commands of one batch name them, with what a decision must know beside: the fund's terms
 * and days, and the facts that their conditions name. It decides and applies; what it says is the whole rule.
 *
 * @param fund empty where there is none of that id
 * @param days which are worked by the fund's calendar
 * @param tranches those that the commands name, and those of the calls that the commands move
 * @param facts known by now
 * @param known the scopes of tranches by the foreign identities that the commands name
 * @param timetables of those that wait, as was reckoned last: nothing is decided upon them, they are shown
 */
public record Tranches(
        Optional<Fund> fund,
        WorkingDays days,
        Shelf<TrancheId, Tranche> tranches,
        Facts facts,
        Map<ForeignIdentity, Known<Scope>> known,
        Map<TrancheId, Timetable> timetables) {

    public static final Tranches NONE = of(Optional.empty(), Shelf.empty(), Facts.NONE, Map.of(), Map.of());

    public Tranches {
        known = Map.copyOf(known);
        timetables = Map.copyOf(timetables);
    }

    /** The tranches of a fund with the working days of its calendar. */
    public static Tranches of(
            Optional<Fund> fund,
            Shelf<TrancheId, Tranche> tranches,
            Facts facts,
            Map<ForeignIdentity, Known<Scope>> known,
            Map<TrancheId, Timetable> timetables) {
        WorkingDays days = fund.map(one -> one.content().calendar())
                .orElse(FundCalendar.US)
                .businessDays();
        return new Tranches(fund, days, tranches, facts, known, timetables);
    }

    /** @param desk the rules of calls: what is drafted here is refused or drafted there, in the same decision */
    public Decision<TrancheEvent> decide(TrancheCommand command, CallDesk desk, Instant now) {
        return switch (command) {
            case TrancheCommand.Draft draft -> new TrancheDrafting(this, now).draft(draft);
            case TrancheCommand.Approve approve -> new TrancheProgress(this, desk, now).approve(approve);
            case TrancheCommand.Reconsider reconsider -> new TrancheProgress(this, desk, now).reconsider(reconsider);
            case TrancheCommand.Redraft redraft -> new TrancheProgress(this, desk, now).redraft(redraft);
            case TrancheCommand.Follow follow -> new TrancheFollowing(this, desk, now).follow(follow);
            case TrancheCommand.Confirm confirm -> new TrancheMotions(this, now).confirm(confirm, desk);
        };
    }

    /** Whether a motion is put to a second person. */
    public Decision<Proposal> propose(ProposeTranche propose, Instant now) {
        return new TrancheMotions(this, now).propose(propose);
    }

    /** What the issue of a call makes of the tranche that drafted it; nothing where none did. */
    public List<TrancheEvent> issued(UUID call, Instant now) {
        return ofCall(call)
                .<List<TrancheEvent>>map(
                        tranche -> List.of(new TrancheEvent.Released(tranche.id(), call, dateOfNext(tranche, now))))
                .orElse(List.of());
    }

    /** What the cancellation of a drafted call by a person makes of the tranche that drafted it; nothing where none did. */
    public List<TrancheEvent> cancelled(UUID call, Instant now) {
        return ofCall(call)
                .<List<TrancheEvent>>map(tranche -> List.of(
                        new TrancheEvent.Held(tranche.id(), TrancheHold.DRAFT_CANCELLED, dateOfNext(tranche, now))))
                .orElse(List.of());
    }

    public Tranches apply(TrancheEvent event, Instant recordedAt) {
        return TrancheHistory.after(this, event, recordedAt);
    }

    /** Whether the conditions of the tranche that drafted a call are no longer met. */
    boolean fallenBack(UUID call, Instant now) {
        return ofCall(call)
                .filter(tranche -> !Evaluation.of(tranche.id(), tranche.conditions(), facts, today(now))
                        .isMet())
                .isPresent();
    }

    private Optional<Tranche> ofCall(UUID call) {
        return tranches.values().stream()
                .filter(tranche -> tranche.state() == TrancheState.CALL_DRAFTED)
                .filter(tranche -> tranche.call().filter(call::equals).isPresent())
                .findFirst();
    }

    LocalDate today(Instant now) {
        return fund.orElseThrow().today(now);
    }

    LocalDate dateOfNext(Tranche tranche, Instant now) {
        return tranche.version().dateOfNext(Optional.empty(), today(now));
    }

    Tranches with(Tranche tranche) {
        return new Tranches(fund, days, tranches.with(tranche.id(), tranche), facts, known, timetables);
    }

    Tranches with(ForeignIdentity identity, Known<Scope> tranche) {
        Map<ForeignIdentity, Known<Scope>> more = new HashMap<>(known);
        more.put(identity, tranche);
        return new Tranches(fund, days, tranches, facts, more, timetables);
    }
}
