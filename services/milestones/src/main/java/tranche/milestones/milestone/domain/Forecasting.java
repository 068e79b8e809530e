package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneCommand.RemindOfDue;
import tranche.milestones.milestone.domain.MilestoneCommand.Reschedule;
import tranche.milestones.milestone.domain.MilestoneEvent.Advanced;
import tranche.milestones.milestone.domain.MilestoneEvent.DueSoon;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Slipped;
import tranche.milestones.milestone.domain.MilestoneEvent.Why;
import tranche.milestones.milestone.domain.Outlook.Statement;
import tranche.milestones.project.domain.Project;
import tranche.milestones.slip.domain.Forecast;
import tranche.milestones.slip.domain.Plan;
import tranche.milestones.slip.domain.PlanStep;
import tranche.milestones.slip.domain.Sequence;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/**
 * When a milestone will be reached (rules D-33 and D-35): its own forecast follows at once from what happened to it; what that
 * does to others a run through the whole plan finds out, and tells each of them by a {@link Reforecast}.
 */
record Forecasting(Site site, Instant now) {

    /** So many working days before its baseline a milestone is due soon. */
    static final int SOON_BUSINESS_DAYS = 10;

    private static final Why BY_ITSELF = new Why(Optional.empty(), List.of(), List.of());

    /** What happened to one milestone, and what follows from it for its own forecast on that day. */
    Decision<MilestoneEvent> following(MilestoneEvent... happened) {
        Site then = site;
        for (MilestoneEvent event : happened) {
            then = then.apply(event, now);
        }
        MilestoneEvent last = happened[happened.length - 1];
        Milestone milestone = then.milestones().get(last.id()).orElseThrow();
        LocalDate on = last.effectiveDate();
        List<MilestoneEvent> events = new ArrayList<>(List.of(happened));
        events.addAll(moves(milestone, planned(milestone), milestone.outlook().statement(), BY_ITSELF, on));
        return accepted(events);
    }

    Decision<MilestoneEvent> reschedule(Reschedule reschedule) {
        Optional<Milestone> found = site.milestones().get(reschedule.id());
        var refusal = Gate.<MilestoneEvent>refusal(
                        found, Step.RESCHEDULE, reschedule.by(), reschedule.ifMatch(), site.reporters())
                .or(() -> Dates.refusal(site, found.orElseThrow().version(), reschedule.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (reschedule.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Milestone milestone = found.orElseThrow();
        LocalDate on = Dates.effective(site, milestone.version(), reschedule.effectiveDate(), now);
        var statement = new Statement(reschedule.forecastDate(), reschedule.reason());
        return accepted(moves(
                milestone,
                planned(milestone),
                Optional.of(statement),
                new Why(Optional.of(reschedule.reason()), List.of(), List.of()),
                on));
    }

    Decision<MilestoneEvent> reforecast(Reforecast reforecast) {
        Optional<Milestone> found = site.milestones().get(reforecast.id());
        Optional<Decision<MilestoneEvent>> refusal = notTheProduct(found, reforecast.by());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Milestone milestone = found.orElseThrow();
        if (milestone.state().isTerminal()) {
            return accepted();
        }
        Outlook next =
                milestone.outlook(reforecast.planned(), milestone.outlook().statement());
        Optional<String> reason = next.statement()
                .filter(stated ->
                        stated.date().equals(next.date()) && !next.date().equals(next.planned()))
                .map(Statement::reason);
        return accepted(moves(
                milestone,
                reforecast.planned(),
                milestone.outlook().statement(),
                new Why(reason, reforecast.causes(), reforecast.chain()),
                milestone.version().dateOfNext(Optional.empty(), reforecast.asOf())));
    }

    Decision<MilestoneEvent> remindOfDue(RemindOfDue remind) {
        Optional<Milestone> found = site.milestones().get(remind.id());
        Optional<Decision<MilestoneEvent>> refusal = notTheProduct(found, remind.by());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Milestone milestone = found.orElseThrow();
        LocalDate today = Dates.today(site, now);
        LocalDate due = milestone.baseline().current();
        boolean isOpen = switch (milestone.state()) {
            case PLANNED, IN_PROGRESS, REJECTED -> true;
            case CLAIMED, EVIDENCE_SUBMITTED, VERIFIED, ACHIEVED, WAIVED, REMOVED, SUPERSEDED -> false;
        };
        boolean isSoon = !today.isAfter(due) && !today.isBefore(site.days().add(due, -SOON_BUSINESS_DAYS));
        boolean isTold = milestone.dueSoonTold().filter(due::equals).isPresent();
        return isOpen && isSoon && !isTold
                ? accepted(new DueSoon(milestone.id(), due, milestone.version().dateOfNext(Optional.empty(), today)))
                : accepted();
    }

    private static Optional<Decision<MilestoneEvent>> notTheProduct(Optional<Milestone> found, Actor by) {
        if (found.isEmpty()) {
            return Optional.of(refused(NOT_FOUND));
        }
        return by.isSystem() ? Optional.empty() : Optional.of(refused(FORBIDDEN));
    }

    /**
     * Its finish by the plan alone, with its predecessors as they are known. A forecast is of the day on which it is made, also
     * where it follows from what holds since an earlier one.
     */
    LocalDate planned(Milestone milestone) {
        return planned(milestone.step(site.days(), Dates.today(site, now)), milestone.work());
    }

    LocalDate planned(PlanStep<MilestoneId> step, Work work) {
        return switch (Plan.of(List.of(step), site.finishesBefore(work))) {
            case Sequence.Ordered<MilestoneId>(var alone) -> {
                Forecast<MilestoneId> forecast = alone.forecast(project().start(), Dates.today(site, now))
                        .get(step.id());
                yield Objects.requireNonNull(forecast).planned();
            }
            case Sequence.Circle<MilestoneId> _ ->
                throw new IllegalStateException("D-33: a milestone follows itself: " + step.id());
        };
    }

    /** How far a day is from a baseline. */
    Lateness lateness(Baseline baseline, LocalDate forecast) {
        return Lateness.of(baseline, forecast, site.days());
    }

    /**
     * Nothing, where nothing changes against what was told last. An achievement is a fact: it does not slip, it was late.
     */
    private List<MilestoneEvent> moves(
            Milestone milestone, LocalDate planned, Optional<Statement> statement, Why why, LocalDate on) {
        Outlook before = milestone.outlook();
        Outlook after = milestone.outlook(planned, statement);
        LocalDate previous = before.date();
        LocalDate forecast = after.date();
        Lateness lateness = lateness(milestone.baseline(), forecast);
        List<MilestoneEvent> events = new ArrayList<>();
        if (after.equals(before) && lateness.equals(milestone.lateness())) {
            return events;
        }
        Slip slip = lateness.slip();
        events.add(new ForecastChanged(milestone.id(), previous, after, lateness, why, on));
        if (milestone.isVerified()) {
            return events;
        }
        if (forecast.isAfter(previous) && slip.isLate()) {
            events.add(new Slipped(
                    milestone.id(), previous, forecast, Slip.of(previous, forecast, site.days()), slip, why, on));
        } else if (forecast.isBefore(previous)) {
            events.add(new Advanced(
                    milestone.id(), previous, forecast, Slip.of(forecast, previous, site.days()), slip, why, on));
        }
        return events;
    }

    private Project project() {
        return site.project().orElseThrow();
    }
}
