package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.Unlocking;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.Project;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.world.ids.Ids;

/** The page of one project as an answer, after a form was refused as well. */
@Singleton
final class ProjectView {

    /** The query of an address whose answer is the page of the milestone by itself. */
    static final String ALONE = "?at=milestone";

    private static final int STEPS_SHOWN = 20;

    /** More is for the API. */
    private static final int MOST_STEPS = 1000;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final ProjectDetail detail;
    private final MilestoneView milestone;
    private final EvidenceFiles files;
    private final Unlocking unlocking;
    private final PlanSteps plan;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    ProjectView(
            ProjectDetail detail,
            MilestoneView milestone,
            EvidenceFiles files,
            Unlocking unlocking,
            PlanSteps plan,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.detail = detail;
        this.milestone = milestone;
        this.files = files;
        this.unlocking = unlocking;
        this.plan = plan;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    /** One project; what does not exist and what may not be seen are answered alike. */
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, UUID id, HttpStatus status, Optional<SentForm> sent) {
        if (isAlone(request) && sent.isPresent()) {
            return milestone.show(request, visitor, sent.get().milestone(), status, sent);
        }
        Access access = visitor.access();
        // Before anything is read: what changes meanwhile is told once more rather than never.
        long place = detail.lastPlace(access, id);
        Optional<Project> found = detail.of(access, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Project project = found.get();
        ProjectDetail.MilestonePage milestones = detail.milestones(access, id, number(request));
        boolean all = isWhole(request);
        int most = all ? MOST_STEPS : STEPS_SHOWN;
        List<TimelineStep> steps = detail.steps(access, id, most + 1);
        boolean more = steps.size() > most;
        Frame plain = pages.frame(request, visitor, MenuEntry.PROJECTS);
        List<Outline> outlines = detail.outline(access, id);
        Insight insight = new Insight(
                outlines,
                unlocking.of(access, outlines.stream().map(Outline::id).toList()),
                plan.of(visitor, id));
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), insight.currencies()),
                plain.words().now());
        String name = project.row().name();
        Frame frame = plain.with(words)
                .titled(
                        name,
                        List.of(Crumb.to(words.say("frame.entry.projects"), ProjectQueryText.PATH), Crumb.here(name)))
                .marked(project.row().sample())
                .following("/live?topics=project:" + id + "&after=" + place);
        ProjectModel model = new ProjectSheet(
                        project,
                        milestones,
                        detail.names(access, linked(milestones.milestones())),
                        files.of(visitor, "/projects/" + id, milestones.milestones()),
                        insight,
                        more ? steps.subList(0, most) : steps,
                        more,
                        all,
                        sent,
                        ids.next().toString(),
                        Optional.empty())
                .model(frame, visitor, words);
        return pages.page(request, status, "timeline/project.jte", model);
    }

    /** The page as the request's own address shows it, at one of its milestones. */
    static String address(HttpRequest<?> request, UUID project, UUID milestone) {
        if (isAlone(request)) {
            return MilestoneView.address(milestone);
        }
        return ProjectQueryText.PATH + "/" + project
                + number(request).map(page -> query(page, isWhole(request))).orElse("")
                + "#m-" + milestone;
    }

    /** What of a project is shown. */
    static String query(int page, boolean all) {
        return "?page=" + page + (all ? "&history=all" : "");
    }

    private static Optional<Integer> number(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst("page")
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Integer::parseInt);
    }

    private static boolean isAlone(HttpRequest<?> request) {
        return "milestone".equals(request.getParameters().get("at"));
    }

    private static boolean isWhole(HttpRequest<?> request) {
        return "all".equals(request.getParameters().get("history"));
    }

    /** What the milestones hang on. */
    static Set<UUID> linked(List<Milestone> milestones) {
        Set<UUID> linked = new HashSet<>();
        for (Milestone milestone : milestones) {
            linked.addAll(milestone.picture().slip().drivers());
            linked.addAll(milestone.picture().plan().predecessors());
            milestone.picture().successor().ifPresent(linked::add);
        }
        return linked;
    }
}
