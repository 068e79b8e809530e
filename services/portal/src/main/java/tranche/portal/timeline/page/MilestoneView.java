package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.Project;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.ProjectDetail.Linked;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.values.money.Money;
import tranche.world.ids.Ids;

/** The page of one milestone as an answer, after a form was refused as well. */
@Singleton
final class MilestoneView {

    private static final String PATH = "/milestones/";

    /** More is for the API. */
    private static final int STEPS = 200;

    private static final Set<TrancheState> WAITING =
            Set.of(TrancheState.LOCKED, TrancheState.CONDITIONS_MET, TrancheState.CALL_DRAFTED);

    private final ProjectDetail detail;
    private final Funding funding;
    private final EvidenceFiles files;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    MilestoneView(
            ProjectDetail detail, Funding funding, EvidenceFiles files, Pages pages, ProblemPages problems, Ids ids) {
        this.detail = detail;
        this.funding = funding;
        this.files = files;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    /** Where a milestone's page is. */
    static String address(UUID milestone) {
        return PATH + milestone;
    }

    /** One milestone; what does not exist and what may not be seen are answered alike. */
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, UUID id, HttpStatus status, Optional<SentForm> sent) {
        Access access = visitor.access();
        Optional<Milestone> found = detail.milestone(access, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        UUID projectId = found.get().picture().project();
        long place = detail.lastPlace(access, projectId);
        // Behind the place: what changes meanwhile is told once more rather than never.
        Milestone milestone = detail.milestone(access, id).orElseThrow();
        Project project = detail.of(access, projectId).orElseThrow();
        Frame plain = pages.frame(request, visitor, MenuEntry.PROJECTS);
        // For what is verified, waived or gone nothing waits, whatever else its tranches are locked by.
        List<Money> waiting = milestone.picture().state().isOpen()
                ? funding.of(access, List.of(id), WAITING).getOrDefault(id, List.of())
                : List.of();
        MoneyWords money = MoneyWords.of(
                visitor.locale(), waiting.stream().map(Money::currency).toList());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        String name = milestone.picture().name();
        Frame frame = plain.with(words)
                .titled(
                        name,
                        List.of(
                                Crumb.to(words.say("frame.entry.projects"), ProjectQueryText.PATH),
                                Crumb.to(project.row().name(), ProjectQueryText.PATH + "/" + projectId),
                                Crumb.here(name)))
                .marked(project.row().sample())
                .following("/live?topics=project:" + projectId + "&after=" + place);
        ProjectModel all = new ProjectSheet(
                        project,
                        new ProjectDetail.MilestonePage(List.of(milestone), 1, 1),
                        detail.names(access, ProjectView.linked(List.of(milestone))),
                        files.of(visitor, "/milestones/" + id, List.of(milestone)),
                        Insight.NONE,
                        detail.stepsOf(access, id, STEPS),
                        false,
                        false,
                        sent,
                        ids.next().toString(),
                        Optional.of(id))
                .model(frame, visitor, words);
        return pages.page(
                request,
                status,
                "timeline/alone.jte",
                new MilestoneModel(
                        all,
                        name,
                        project.row().name(),
                        ProjectQueryText.PATH + "/" + projectId,
                        waiting.isEmpty()
                                ? Optional.empty()
                                : Optional.of(words.texts()
                                        .list(waiting.stream().map(money::brief).toList())),
                        causes(milestone, access, words),
                        detail.followers(access, id).stream()
                                .map(one -> link(one, words))
                                .toList()));
    }

    /** From the milestone back to what moves it: itself with its own reason, then the nearest driver first. */
    private List<MilestoneModel.Link> causes(Milestone milestone, Access access, Words words) {
        var slip = milestone.picture().slip();
        if (slip.days() == 0 || !milestone.picture().state().isOpen()) {
            return List.of();
        }
        List<MilestoneModel.Link> links = new ArrayList<>();
        links.add(new MilestoneModel.Link(
                milestone.picture().name(),
                Optional.empty(),
                SlipWords.both(slip.days(), slip.workingDays(), words),
                SlipWords.tone(slip.days()),
                slip.reason(),
                Optional.empty()));
        detail.linked(access, slip.drivers()).forEach(one -> links.add(link(one, words)));
        return links;
    }

    private static MilestoneModel.Link link(Linked one, Words words) {
        return new MilestoneModel.Link(
                one.name(),
                Optional.of(one.projectName()),
                SlipWords.calendar(one.slip(), words),
                SlipWords.tone(one.slip()),
                one.reason(),
                Optional.of(address(one.milestone())));
    }
}
