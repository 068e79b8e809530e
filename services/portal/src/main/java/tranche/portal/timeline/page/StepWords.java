package tranche.portal.timeline.page;

import java.util.HashMap;
import java.util.Map;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/** How the steps of a project are told. */
record StepWords(Words words) {

    /** In the history, with the event behind it. */
    ProjectModel.Step step(TimelineStep step) {
        return new ProjectModel.Step(
                icon(step.kind()),
                tone(step.kind()),
                title(step),
                step.name(),
                step.actorName().map(name -> words.say("words.by", "name", name)),
                step.text(),
                DateWords.machine(step.recorded()),
                words.dates().recent(step.recorded(), words.now()),
                words.dates().exact(step.recorded()),
                step.type(),
                Long.toString(step.sequence()),
                Long.toString(step.version()),
                words.dates().day(step.effective()),
                step.event().toString(),
                step.actorName().or(() -> step.actor().map(Object::toString)));
    }

    /** In the milestone's own section: the claim, a finding, or the decision. */
    ProjectModel.Entry entry(TimelineStep step) {
        return new ProjectModel.Entry(
                icon(step.kind()),
                tone(step.kind()),
                words.say("project.record." + role(step.kind())),
                title(step),
                step.actorName().map(name -> words.say("words.by", "name", name)),
                step.text(),
                DateWords.machine(step.recorded()),
                words.dates().recent(step.recorded(), words.now()),
                words.dates().exact(step.recorded()));
    }

    private static String role(ChangeKind kind) {
        return switch (kind) {
            case MILESTONE_CLAIMED, MILESTONE_CLAIM_WITHDRAWN -> "claim";
            case MILESTONE_VERIFIED, MILESTONE_REJECTED -> "finding";
            default -> "decision";
        };
    }

    private String title(TimelineStep step) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("day", step.day().map(words.dates()::day).orElse(""));
        gaps.put("before", step.before().map(words.dates()::day).orElse(""));
        gaps.put("days", step.days().orElse(0));
        gaps.put("count", step.count().orElse(0));
        return words.texts().say("project.step." + step.kind().code() + variant(step), gaps);
    }

    /** Which of several sentences a kind is told by. */
    private static String variant(TimelineStep step) {
        return switch (step.kind()) {
            case MILESTONE_FORECAST_CHANGED ->
                step.before().isPresent() ? "" : step.day().isPresent() ? ".stated" : ".kept";
            case MILESTONE_WAIVED -> step.count().orElse(0) == 0 ? ".all" : ".tranches";
            default -> "";
        };
    }

    private static String icon(ChangeKind kind) {
        return switch (kind) {
            case PROJECT_REGISTERED -> "building-factory";
            case PROJECT_CHANGED, MILESTONE_PLAN_CHANGED -> "pencil";
            case PROJECT_STOPPED, MILESTONE_REMOVED, MILESTONE_SUPERSEDED -> "ban";
            case MILESTONE_PLANNED, BASELINE_APPROVED -> "calendar-event";
            case MILESTONE_STARTED -> "arrow-right";
            case MILESTONE_CLAIMED -> "flag-check";
            case EVIDENCE_SUBMITTED -> "file-text";
            case MILESTONE_VERIFIED -> "check";
            case MILESTONE_ACHIEVED -> "circle-check";
            case MILESTONE_REJECTED, MILESTONE_VERIFICATION_REVOKED -> "circle-x";
            case MILESTONE_CLAIM_WITHDRAWN, MILESTONE_WAIVER_REVOKED -> "arrow-back-up";
            case MILESTONE_FORECAST_CHANGED, MILESTONE_ADVANCED, MILESTONE_DUE_SOON -> "clock";
            case MILESTONE_SLIPPED -> "clock-exclamation";
            case MILESTONE_WAIVED -> "circle-dashed";
        };
    }

    private static String tone(ChangeKind kind) {
        return switch (kind) {
            case MILESTONE_CLAIMED, EVIDENCE_SUBMITTED, MILESTONE_STARTED, MILESTONE_DUE_SOON -> "info";
            case MILESTONE_VERIFIED, MILESTONE_ACHIEVED, MILESTONE_ADVANCED -> "ok";
            case MILESTONE_SLIPPED, BASELINE_APPROVED, MILESTONE_WAIVED, MILESTONE_CLAIM_WITHDRAWN -> "warn";
            case MILESTONE_REJECTED,
                    MILESTONE_VERIFICATION_REVOKED,
                    MILESTONE_REMOVED,
                    MILESTONE_SUPERSEDED,
                    PROJECT_STOPPED -> "bad";
            case PROJECT_REGISTERED,
                    PROJECT_CHANGED,
                    MILESTONE_PLANNED,
                    MILESTONE_PLAN_CHANGED,
                    MILESTONE_FORECAST_CHANGED,
                    MILESTONE_WAIVER_REVOKED -> "draft";
        };
    }
}
