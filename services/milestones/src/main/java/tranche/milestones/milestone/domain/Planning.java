package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.CYCLE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.PREDECESSOR_REPEATED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.PROJECT_STOPPED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tranche.milestones.milestone.domain.MilestoneCommand.ChangePlan;
import tranche.milestones.milestone.domain.MilestoneEvent.PlanChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Planned;
import tranche.milestones.project.domain.Project;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.slip.domain.Plan;
import tranche.milestones.slip.domain.PlanStep;
import tranche.milestones.slip.domain.Progress;
import tranche.milestones.slip.domain.Sequence;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.register.CanonicalJson;
import tranche.values.register.Known;

/** How a milestone comes into the plan, and how it hangs there (domain §2.5). */
record Planning(Site site, Instant now) {

    Decision<MilestoneEvent> plan(MilestoneCommand.Plan plan) {
        ContentHash payload = payload(plan);
        var answer = forbidden(plan.by())
                .or(() -> knownAlready(plan, payload))
                .or(() -> unknownProject(plan.by()))
                .or(() -> ahead(plan.effectiveDate()))
                .or(this::stopped)
                .or(() -> wrongPredecessors(plan.work(), List.of(), plan.by()));
        if (answer.isPresent()) {
            return answer.get();
        }
        Project project = site.project().orElseThrow();
        Work work = plan.work().inOrder();
        LocalDate effective = plan.effectiveDate().orElse(project.today(now));
        Baseline baseline = Baseline.of(project.start(), plan.baselineDate());
        var forecasting = new Forecasting(site, now);
        LocalDate forecast = forecasting.planned(step(plan.id(), work), work);
        return accepted(new Planned(
                plan.id(),
                project.programme(),
                project.id(),
                plan.content(),
                baseline,
                work,
                forecast,
                forecasting.lateness(baseline, forecast),
                plan.foreign(),
                payload,
                effective,
                plan.by().asMaker()));
    }

    Decision<MilestoneEvent> change(ChangePlan change) {
        Optional<Milestone> found = site.milestones().get(change.id());
        var refusal = Gate.<MilestoneEvent>refusal(
                        found, Step.CHANGE_PLAN, change.by(), change.ifMatch(), site.reporters())
                .or(() -> Dates.refusal(site, found.orElseThrow().version(), change.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Milestone before = found.orElseThrow();
        Work changed = change.changes().appliedTo(before.work());
        if (changed.equals(before.work())) {
            return accepted();
        }
        Work asked = change.changes()
                .predecessors()
                .map(links -> new Work(changed.durationDays(), links, changed.notBefore()))
                .orElse(changed);
        return wrongPredecessors(asked, before.work().follows(), change.by())
                .or(() -> circle(before.id(), changed))
                .orElseGet(() -> new Forecasting(site, now)
                        .following(new PlanChanged(
                                before.id(),
                                changed,
                                Dates.effective(site, before.version(), change.effectiveDate(), now))));
    }

    /** Who may plan for the project; of one that is not there for the caller the next rules tell. */
    private Optional<Decision<MilestoneEvent>> forbidden(Actor by) {
        boolean manages = projectSeenBy(by)
                .map(project -> by.access().holds(Role.FUND_MANAGER, project.scope()))
                .orElseGet(() -> by.access().holdsAnywhere(Role.FUND_MANAGER));
        return manages ? Optional.empty() : Optional.of(refused(FORBIDDEN));
    }

    /** The same request again asks for what is already so; another one under the same name is refused. */
    private Optional<Decision<MilestoneEvent>> knownAlready(MilestoneCommand.Plan asked, ContentHash payload) {
        Optional<Known<Scope>> existing = asked.foreign().map(site.known()::get);
        return existing.map(known -> {
            boolean seen = Project.isSeenBy(asked.by().access(), known.object());
            return seen && known.payload().equals(payload)
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, known.conflict(seen));
        });
    }

    private Optional<Decision<MilestoneEvent>> unknownProject(Actor by) {
        return projectSeenBy(by).isPresent()
                ? Optional.empty()
                : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "projectId")));
    }

    private Optional<Project> projectSeenBy(Actor by) {
        return site.project().filter(project -> project.isSeenBy(by.access()));
    }

    private Optional<Decision<MilestoneEvent>> ahead(Optional<LocalDate> given) {
        LocalDate today = Dates.today(site, now);
        return given.filter(today::isBefore).map(_ -> refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
    }

    private Optional<Decision<MilestoneEvent>> stopped() {
        return site.project().orElseThrow().isActive() ? Optional.empty() : Optional.of(refused(PROJECT_STOPPED));
    }

    /**
     * Of one that it follows already it does not matter whether this caller sees it.
     *
     * @param already what the milestone follows
     */
    private Optional<Decision<MilestoneEvent>> wrongPredecessors(Work asked, List<MilestoneId> already, Actor by) {
        List<String> unseen = fields(asked, id -> !already.contains(id) && !isThere(id, by));
        if (!unseen.isEmpty()) {
            return Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", unseen)));
        }
        Set<MilestoneId> once = new HashSet<>();
        List<String> repeated = fields(asked, id -> !once.add(id));
        return repeated.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(PREDECESSOR_REPEATED, Map.of("fields", repeated)));
    }

    /** The places of the predecessors of which something holds. */
    private static List<String> fields(Work asked, Predicate<MilestoneId> which) {
        return IntStream.range(0, asked.predecessors().size())
                .filter(i -> which.test(asked.predecessors().get(i).predecessor()))
                .mapToObj(i -> "predecessors/" + i + "/milestoneId")
                .toList();
    }

    /** Plans reach across the projects of one programme, and no further. */
    private boolean isThere(MilestoneId id, Actor by) {
        return site.neighbour(id)
                .filter(other -> other.finish().isPresent()
                        && other.programme().equals(site.project().orElseThrow().programme())
                        && Project.isSeenBy(by.access(), other.scope()))
                .isPresent();
    }

    /**
     * Whether what the milestone shall follow follows the milestone, directly or through others (rule D-33). What has left the
     * plan holds nothing up.
     */
    private Optional<Decision<MilestoneEvent>> circle(MilestoneId id, Work changed) {
        Map<MilestoneId, PlanStep<MilestoneId>> steps = new HashMap<>();
        steps.put(id, step(id, changed));
        Deque<MilestoneId> open = new ArrayDeque<>(changed.follows());
        while (!open.isEmpty()) {
            MilestoneId next = open.remove();
            if (!steps.containsKey(next)) {
                Collection<MilestoneId> follows = site.neighbour(next)
                        .filter(other -> other.finish().isPresent())
                        .map(Neighbour::follows)
                        .orElse(List.of());
                List<Link<MilestoneId>> links =
                        follows.stream().map(before -> new Link<>(before, 0)).toList();
                steps.put(next, step(next, new Work(0, links, Optional.empty())));
                open.addAll(follows);
            }
        }
        return Plan.of(steps.values(), Map.of()) instanceof Sequence.Circle<MilestoneId>(List<MilestoneId> members)
                ? Optional.of(refused(
                        CYCLE,
                        Map.of(
                                "members",
                                members.stream().map(MilestoneId::toString).toList())))
                : Optional.empty();
    }

    private PlanStep<MilestoneId> step(MilestoneId id, Work work) {
        return new PlanStep<>(
                id,
                site.days(),
                work.durationDays(),
                work.predecessors(),
                work.notBefore(),
                Optional.empty(),
                new Progress.Ahead());
    }

    private ContentHash payload(MilestoneCommand.Plan plan) {
        MilestoneContent content = plan.content();
        Work work = plan.work().inOrder();
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put(
                "projectId",
                site.project().map(project -> project.id().toString()).orElse(null));
        members.put("name", content.name());
        members.put("kind", content.kind().name());
        members.put("baselineDate", plan.baselineDate().toString());
        members.put("durationDays", work.durationDays());
        members.put(
                "predecessors",
                work.predecessors().stream()
                        .map(link -> Map.of("milestoneId", link.predecessor().toString(), "lagDays", link.lagDays()))
                        .toList());
        members.put("notBefore", work.notBefore().map(LocalDate::toString).orElse(null));
        members.put(
                "requiredEvidence",
                content.requiredEvidence().stream().map(EvidenceKind::name).toList());
        members.put("quorum", content.quorum());
        members.put("sourceNote", content.sourceNote().orElse(null));
        members.put(
                "effectiveDate", plan.effectiveDate().map(LocalDate::toString).orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
