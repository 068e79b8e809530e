package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.Cancelled;
import tranche.commitments.drawdown.domain.TrancheEvent.ConditionsMet;
import tranche.commitments.drawdown.domain.TrancheEvent.Created;
import tranche.commitments.drawdown.domain.TrancheEvent.Drafted;
import tranche.commitments.drawdown.domain.TrancheEvent.Held;
import tranche.commitments.drawdown.domain.TrancheEvent.Released;
import tranche.commitments.drawdown.domain.TrancheEvent.Relocked;
import tranche.values.register.Known;
import tranche.values.register.Version;

/** What tranches are after each of their events. Total: what was recorded once can always be applied again. */
final class TrancheHistory {

    private TrancheHistory() {}

    /** What an event leaves in place of what was; the rest of a tranche never changes. */
    private record Change(
            TrancheState state,
            ConditionVersion conditions,
            Optional<Evaluation> evaluation,
            int draftedVersion,
            Optional<UUID> call,
            Optional<String> held,
            Optional<String> reason) {}

    static Tranches after(Tranches tranches, TrancheEvent event, Instant recordedAt) {
        if (event instanceof Drafted drafted) {
            Tranche tranche = drafted(drafted, recordedAt);
            Tranches with = tranches.with(tranche);
            return drafted.foreign()
                    .map(name -> with.with(name, new Known<>(tranche.id().value(), tranche.scope(), drafted.payload())))
                    .orElse(with);
        }
        Tranche before = tranches.tranches().get(event.id()).orElseThrow();
        return tranches.with(
                changed(before, change(before, event), before.version().next(event.effectiveDate(), recordedAt)));
    }

    private static Change change(Tranche was, TrancheEvent event) {
        return switch (event) {
            case Drafted _ -> throw new IllegalStateException("a tranche is drafted once");
            case Created _ -> locked(was, was.conditions(), Optional.empty());
            case ConditionsMet met ->
                new Change(
                        TrancheState.CONDITIONS_MET,
                        was.conditions(),
                        Optional.of(met.evaluation()),
                        was.draftedVersion(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case CallDrafted drafted ->
                new Change(
                        TrancheState.CALL_DRAFTED,
                        was.conditions(),
                        Optional.of(drafted.evaluation()),
                        drafted.draft().conditionVersion(),
                        Optional.of(drafted.draft().call()),
                        Optional.empty(),
                        Optional.empty());
            case Held held ->
                new Change(
                        TrancheState.CONDITIONS_MET,
                        was.conditions(),
                        was.evaluation(),
                        was.draftedVersion(),
                        Optional.empty(),
                        Optional.of(held.why()),
                        Optional.empty());
            case Released released ->
                new Change(
                        TrancheState.RELEASED,
                        was.conditions(),
                        was.evaluation(),
                        was.draftedVersion(),
                        Optional.of(released.call()),
                        Optional.empty(),
                        Optional.empty());
            case Relocked relocked -> locked(was, was.conditions(), Optional.of(relocked.evaluation()));
            case Amended amended -> locked(was, amended.conditions(), Optional.empty());
            case Cancelled cancelled ->
                new Change(
                        TrancheState.CANCELLED,
                        was.conditions(),
                        was.evaluation(),
                        was.draftedVersion(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(cancelled.reason()));
        };
    }

    private static Change locked(Tranche was, ConditionVersion conditions, Optional<Evaluation> evaluation) {
        return new Change(
                TrancheState.LOCKED,
                conditions,
                evaluation,
                was.draftedVersion(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Tranche drafted(Drafted event, Instant recordedAt) {
        return new Tranche(
                event.id(),
                event.programme(),
                event.fund(),
                event.project(),
                event.name(),
                event.amount(),
                event.conditions(),
                TrancheState.DRAFT,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.foreign(),
                event.by(),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Tranche changed(Tranche was, Change change, Version version) {
        return new Tranche(
                was.id(),
                was.programme(),
                was.fund(),
                was.project(),
                was.name(),
                was.amount(),
                change.conditions(),
                change.state(),
                change.evaluation(),
                change.draftedVersion(),
                change.call(),
                change.held(),
                change.reason(),
                was.foreign(),
                was.maker(),
                version);
    }
}
