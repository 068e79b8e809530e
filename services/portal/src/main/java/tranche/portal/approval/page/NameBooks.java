package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.FundingNames;
import tranche.portal.raise.domain.FundingNames.Named;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.timeline.domain.MilestonePlaces;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.values.actor.Access;

/** Looks up what ids are called: nobody approves what he cannot read. */
@Singleton
final class NameBooks {

    private final MilestonePlaces milestones;
    private final FundingNames funding;
    private final InvestorNames investors;
    private final ProjectDetail projects;
    private final Raises raises;
    private final CommitmentList commitments;

    NameBooks(
            MilestonePlaces milestones,
            FundingNames funding,
            InvestorNames investors,
            ProjectDetail projects,
            Raises raises,
            CommitmentList commitments) {
        this.milestones = milestones;
        this.funding = funding;
        this.investors = investors;
        this.projects = projects;
        this.raises = raises;
        this.commitments = commitments;
    }

    /** The names that are wanted, as far as the caller may see what has them. */
    NameBook of(Access access, Wanted wanted) {
        Map<UUID, Named> tranches = funding.tranches(access, wanted.of(Kind.TRANCHE));
        Map<UUID, Named> calls = funding.calls(access, wanted.of(Kind.CALL));
        Set<UUID> funds = new HashSet<>(wanted.of(Kind.FUND));
        Stream.concat(tranches.values().stream(), calls.values().stream())
                .map(Named::fund)
                .forEach(funds::add);
        // One proposal names one site at most, and one programme: of neither is there a list to look through.
        Map<UUID, String> sites = new HashMap<>();
        wanted.of(Kind.PROJECT)
                .forEach(id -> projects.of(access, id)
                        .ifPresent(found -> sites.put(id, found.row().name())));
        Map<UUID, String> programmes = new HashMap<>();
        wanted.of(Kind.PROGRAMME)
                .forEach(id ->
                        raises.programme(access, id).map(Programme::name).ifPresent(name -> programmes.put(id, name)));
        return new NameBook(
                wanted.of(Kind.MILESTONE).isEmpty() ? Map.of() : milestones.of(access, wanted.of(Kind.MILESTONE)),
                tranches,
                calls,
                funding.funds(access, funds),
                wanted.of(Kind.INVESTOR).isEmpty() ? Map.of() : investors.of(access, wanted.of(Kind.INVESTOR)),
                sites,
                programmes,
                wanted.of(Kind.COMMITMENT).isEmpty() ? Map.of() : commitments.of(access, wanted.of(Kind.COMMITMENT)));
    }
}
