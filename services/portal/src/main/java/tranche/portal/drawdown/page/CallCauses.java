package tranche.portal.drawdown.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.raise.domain.CallBackground.Unlocked;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.Evidence;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/**
 * Why a call exists: evidence, claim, verification, tranche, call, each with its time and as far as the reader may see it.
 *
 * @param tranche that it releases; empty where none is known
 * @param drafted when it was drafted, empty where that is not known; its tranche was unlocked in the same moment
 * @param places the milestones that unlocked it and that the reader may see
 * @param last the one that was reached last, with what led to it; empty where the reader sees none
 */
record CallCauses(
        CapitalCall call,
        Optional<Unlocked> tranche,
        Optional<Instant> drafted,
        Map<UUID, Place> places,
        Optional<Milestone> last) {

    /** Kinds of evidence that a card names. */
    private static final int KINDS = 3;

    /** The milestone of a call that was reached last: it is what unlocked its tranche. */
    static Optional<UUID> last(CapitalCall call, Map<UUID, Place> places) {
        return call.milestones().stream()
                .filter(places::containsKey)
                .max(Comparator.comparing((UUID id) -> Optional.ofNullable(places.get(id))
                                .flatMap(Place::achieved)
                                .orElse(LocalDate.MIN))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The first cause first; the call itself is the last. */
    List<CallModel.Cause> causes(Words words) {
        List<CallModel.Cause> causes = new ArrayList<>();
        others(words).ifPresent(causes::add);
        if (!call.milestones().isEmpty()) {
            last.flatMap(milestone -> evidence(milestone, words)).ifPresent(causes::add);
            last.flatMap(milestone -> claim(milestone, words)).ifPresent(causes::add);
            causes.add(verification(words));
        }
        if (call.tranche().isPresent()) {
            causes.add(unlocked(words));
        }
        boolean ofTranche = call.tranche().isPresent();
        causes.add(new CallModel.Cause(
                "coins",
                "warn",
                words.say("call.cause.call", "reference", call.reference()),
                Optional.of(CallSheet.address(call.id())),
                words.say(ofTranche ? "call.cause.drafted" : "call.cause.by-hand"),
                drafted.map(at -> moment(at, words)),
                true));
        return causes;
    }

    /** The milestones that were reached before the last one, together. */
    private Optional<CallModel.Cause> others(Words words) {
        List<Place> before = call.milestones().stream()
                .filter(id ->
                        lastPlace().map(Place::milestone).filter(id::equals).isEmpty())
                .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
                .toList();
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallModel.Cause(
                        "flag-check",
                        "ok",
                        words.say("call.cause.others", "count", before.size()),
                        Optional.of(before.getFirst().page()),
                        words.texts().list(before.stream().map(Place::name).toList()),
                        before.stream()
                                .flatMap(place -> place.achieved().stream())
                                .max(Comparator.naturalOrder())
                                .map(day -> day(day, words)),
                        false));
    }

    private Optional<Place> lastPlace() {
        return last(call, places).flatMap(id -> Optional.ofNullable(places.get(id)));
    }

    /** The pieces are for whoever works on the project: nobody else is shown any. */
    private Optional<CallModel.Cause> evidence(Milestone milestone, Words words) {
        List<Evidence> pieces = milestone.evidence();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        List<String> kinds = pieces.stream()
                .map(piece -> words.say("project.evidence." + piece.kind().code()))
                .distinct()
                .limit(KINDS)
                .toList();
        return Optional.of(new CallModel.Cause(
                "file-text",
                "draft",
                words.say("call.cause.evidence", "count", pieces.size()),
                lastPlace().map(Place::page),
                words.texts().list(kinds),
                pieces.stream()
                        .map(Evidence::submittedAt)
                        .max(Comparator.naturalOrder())
                        .map(at -> moment(at, words)),
                false));
    }

    private Optional<CallModel.Cause> claim(Milestone milestone, Words words) {
        return step(milestone, kind -> kind == ChangeKind.MILESTONE_CLAIMED)
                .map(step -> new CallModel.Cause(
                        "pencil",
                        "info",
                        words.say("call.cause.claim"),
                        lastPlace().map(Place::page),
                        step.actorName().orElseGet(() -> words.say("call.cause.claim.site")),
                        Optional.of(moment(step.recorded(), words)),
                        false));
    }

    private CallModel.Cause verification(Words words) {
        Optional<Place> place = lastPlace();
        Optional<TimelineStep> reached = last.flatMap(milestone -> step(
                milestone, kind -> kind == ChangeKind.MILESTONE_ACHIEVED || kind == ChangeKind.MILESTONE_VERIFIED));
        return new CallModel.Cause(
                "circle-check",
                "ok",
                place.map(Place::name).orElseGet(() -> words.say("call.cause.milestone")),
                place.map(Place::page),
                verified(place, words),
                reached.map(step -> moment(step.recorded(), words))
                        .or(() -> place.flatMap(Place::achieved).map(day -> day(day, words))),
                false);
    }

    private String verified(Optional<Place> place, Words words) {
        if (place.isEmpty()) {
            return words.say("call.cause.verified.alone");
        }
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("project", place.get().projectName());
        Optional<String> who = last.flatMap(milestone -> step(milestone, kind -> kind == ChangeKind.MILESTONE_VERIFIED))
                .flatMap(TimelineStep::actorName);
        who.ifPresent(name -> gaps.put("who", name));
        String key = place.get().achieved().isEmpty() ? "named" : who.isPresent() ? "verified.by" : "verified";
        return words.texts().say("call.cause." + key, gaps);
    }

    private static Optional<TimelineStep> step(Milestone milestone, Predicate<ChangeKind> kind) {
        return milestone.trail().reversed().stream()
                .filter(step -> kind.test(step.kind()))
                .findFirst();
    }

    private CallModel.Cause unlocked(Words words) {
        Optional<String> amount = tranche.filter(_ -> call.isWhole())
                .map(known -> words.say(
                        "call.cause.unlocked.of", "amount", words.money().brief(known.amount())));
        return new CallModel.Cause(
                "lock",
                "brand",
                tranche.map(Unlocked::name).orElseGet(() -> words.say("call.cause.tranche")),
                Optional.of(tranche.flatMap(Unlocked::project)
                        .map(project -> "/projects/" + project)
                        .orElseGet(() -> Addresses.with(
                                "/commitments", Map.of("fund", call.fund().toString())))),
                amount.orElseGet(() -> words.say("call.cause.unlocked")),
                drafted.map(at -> moment(at, words)),
                false);
    }

    private static CallModel.When moment(Instant at, Words words) {
        return new CallModel.When(words.dates().moment(at), DateWords.machine(at));
    }

    private static CallModel.When day(LocalDate day, Words words) {
        return new CallModel.When(words.dates().day(day), day.toString());
    }
}
