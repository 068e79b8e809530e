package tranche.milestones.milestone.api;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.milestones.milestone.domain.Gate;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.milestones.reporter.store.ReporterViews;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.world.time.Clock;

/** What a step on a milestone is refused for whatever its body says. */
@Singleton
final class Thresholds {

    private final MilestoneViews milestones;
    private final ReporterViews reporters;
    private final Clock clock;

    Thresholds(MilestoneViews milestones, ReporterViews reporters, Clock clock) {
        this.milestones = milestones;
        this.reporters = reporters;
        this.clock = clock;
    }

    Threshold of(Write write, Caller caller, UUID milestone, Step step) {
        return new Threshold(() -> {
            Optional<Milestone> found = milestones.one(caller.access(), milestone, AsOf.NOW);
            return Gate.refusal(found, step, caller.actor(), write.ifMatch(), reporters(found, step));
        });
    }

    /** Only of a verifier it is asked whether he reports from the site. */
    private Set<UUID> reporters(Optional<Milestone> found, Step step) {
        return found.filter(_ -> step == Step.VERIFY)
                .map(milestone -> reporters.ofProject(
                        milestone.project().value(), LocalDate.ofInstant(clock.now(), ZoneOffset.UTC)))
                .orElse(Set.of());
    }
}
