package tranche.portal.preference.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.raise.domain.Raises;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.values.actor.Access;

/** What a visitor can ask about, by its names, cut to what he may see. */
@Singleton
final class Scopes {

    /** What is about no one thing. */
    static final String EVERYTHING = "all";

    /** As many as somebody still looks through to find one. */
    private static final int MOST_PROJECTS = 200;

    private final Raises raises;
    private final CommitmentList commitments;
    private final InvestorNames investors;
    private final ProjectList projects;

    Scopes(Raises raises, CommitmentList commitments, InvestorNames investors, ProjectList projects) {
        this.raises = raises;
        this.commitments = commitments;
        this.investors = investors;
        this.projects = projects;
    }

    /** What one can ask about, each with the field by which the service names it. */
    enum Kind {
        PROGRAMME("programmeId"),
        FUND("fundId"),
        PROJECT("projectId"),
        REGION("region"),
        INVESTOR("investorId"),
        MILESTONE("milestoneId");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** One thing, named as the form and the service name it. */
    record Scope(Kind kind, String name) {

        /** The value of a choice, for instance {@code REGION:US-AZ}. */
        String value() {
            return kind + ":" + name;
        }

        static Optional<Scope> parse(String value) {
            int colon = value.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equals(value.substring(0, colon)))
                    .map(kind -> new Scope(kind, value.substring(colon + 1)))
                    .findFirst();
        }

        /** What a subscription is about; empty where it is about everything. */
        static Optional<Scope> of(Answered scope) {
            for (Kind kind : Kind.values()) {
                Optional<String> name = scope.textIfAny(kind.field());
                if (name.isPresent()) {
                    return name.map(text -> new Scope(kind, text));
                }
            }
            return Optional.empty();
        }
    }

    /** A thing with what it is called. */
    record Named(Scope scope, String name) {}

    /** Things of one kind, by their names. */
    record Group(Kind kind, List<Named> things) {
        Group {
            things = List.copyOf(things);
        }
    }

    /** What the visitor can choose from; kinds of which he sees none are left out. */
    List<Group> choices(Access access) {
        List<ProjectRow> sites = projects.page(
                        access,
                        ProjectFilter.ALL,
                        new ProjectSort(ProjectSort.Column.NAME, false),
                        Optional.empty(),
                        MOST_PROJECTS)
                .rows();
        Set<String> regions = new TreeSet<>(sites.stream()
                .map(ProjectRow::region)
                .filter(name -> !name.isBlank())
                .toList());
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                Kind.PROGRAMME,
                raises.programmes(access).stream()
                        .map(one -> named(Kind.PROGRAMME, one.id(), one.name()))
                        .toList()));
        groups.add(new Group(
                Kind.FUND,
                commitments.funds(access, Optional.empty()).stream()
                        .map(one -> named(Kind.FUND, one.id(), one.name()))
                        .toList()));
        groups.add(new Group(
                Kind.PROJECT,
                sites.stream()
                        .map(one -> named(Kind.PROJECT, one.id(), one.name()))
                        .toList()));
        groups.add(new Group(
                Kind.REGION,
                regions.stream()
                        .map(name -> new Named(new Scope(Kind.REGION, name), name))
                        .toList()));
        groups.add(new Group(Kind.INVESTOR, own(access)));
        groups.removeIf(group -> group.things().isEmpty());
        return groups;
    }

    /** The investors that the visitor speaks for. */
    private List<Named> own(Access access) {
        List<UUID> ids = access.grants().stream()
                .flatMap(grant -> grant.scope().investor().stream())
                .distinct()
                .toList();
        return investors.of(access, ids).entrySet().stream()
                .map(one -> named(Kind.INVESTOR, one.getKey(), one.getValue()))
                .toList();
    }

    /** The names of investors that subscriptions are about, besides those that can be chosen. */
    Map<Scope, String> investors(Access access, List<Scope> scopes) {
        List<UUID> ids = scopes.stream()
                .filter(scope -> scope.kind() == Kind.INVESTOR)
                .map(scope -> UUID.fromString(scope.name()))
                .toList();
        return investors.of(access, ids).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> new Scope(Kind.INVESTOR, one.getKey().toString()), Map.Entry::getValue));
    }

    private static Named named(Kind kind, UUID id, String name) {
        return new Named(new Scope(kind, id.toString()), name);
    }
}
