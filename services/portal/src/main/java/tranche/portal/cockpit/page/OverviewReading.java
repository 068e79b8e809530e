package tranche.portal.cockpit.page;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.live.Heard;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProgrammeBuild;
import tranche.portal.timeline.domain.ProgrammeBuild.Next;
import tranche.values.actor.Access;
import tranche.values.actor.Role;

/**
 * Reads what an overview shows, cut to what its visitor may see: the same for the page and for whoever follows it while it is
 * open, so that nothing is told that the page would not show.
 */
@Singleton
final class OverviewReading implements FollowedRaise.Source {

    /** As many funds as fit beside what changed, unless all are asked for. */
    private static final int FUNDS_SHOWN = 10;

    /** As many as one page of a table has, however many are asked for; the list of commitments leads to the others. */
    private static final int MOST_FUNDS = 500;

    private static final int NEXT_SHOWN = 5;

    /** As many of one's own as fit there; the list has them all. */
    private static final int OWN_SHOWN = 20;

    private final Raises raise;
    private final CommitmentList commitments;
    private final WhatChanged changes;
    private final ProgrammeBuild built;
    private final Funding funding;
    private final Heard heard;

    OverviewReading(
            Raises raise,
            CommitmentList commitments,
            WhatChanged changes,
            ProgrammeBuild built,
            Funding funding,
            Heard heard) {
        this.raise = raise;
        this.commitments = commitments;
        this.changes = changes;
        this.built = built;
        this.funding = funding;
        this.heard = heard;
    }

    @Override
    public long heard() {
        return heard.place();
    }

    /**
     * What is asked for.
     *
     * @param allFunds whether all funds are asked for
     * @param changes how many of each kind, the latest
     */
    record Asked(UUID programme, boolean allFunds, int changes) {}

    /** The programmes that the visitor may see, to choose from. */
    List<Programme> programmes(Visitor visitor) {
        return raise.programmes(visitor.access());
    }

    @Override
    public Optional<Overview> of(Visitor visitor, Asked asked, Instant now) {
        List<Programme> programmes = programmes(visitor);
        return programmes.stream()
                .filter(programme -> programme.id().equals(asked.programme()))
                .findFirst()
                .map(programme -> of(visitor, programme, programmes, asked, now));
    }

    /** The same of one of the programmes that were read before. */
    Overview of(Visitor visitor, Programme programme, List<Programme> programmes, Asked asked, Instant now) {
        Access access = visitor.access();
        return new Overview(
                programme,
                programmes,
                raise.ladders(access, programme.id()),
                raise.kinds(access, programme.id()),
                raise.funds(access, programme.id(), asked.allFunds() ? MOST_FUNDS : FUNDS_SHOWN),
                asked.allFunds(),
                own(access, programme),
                changes.latest(access, programme.id(), asked.changes()),
                visitor.lastVisit()
                        .map(since -> changes.countsSince(access, programme.id(), since))
                        .orElse(Map.of()),
                commitments.waitingFor(visitor.actor(), now),
                build(access, programme.id(), now));
    }

    private Overview.Build build(Access access, UUID programme, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Next> next = built.next(access, programme, NEXT_SHOWN);
        return new Overview.Build(
                built.sites(access, programme),
                funding.ofSites(access, programme),
                funding.expectations(access, programme, today),
                next,
                funding.of(access, next.stream().map(Next::milestone).toList(), Set.of(TrancheState.LOCKED)),
                funding.drafts(access, programme),
                today);
    }

    /** What the visitor holds as an investor, whatever else the visitor may read. */
    private List<CommitmentRow> own(Access access, Programme programme) {
        Access asInvestor = new Access(access.grants().stream()
                .filter(grant -> grant.role() == Role.INVESTOR)
                .toList());
        if (asInvestor.grants().isEmpty()) {
            return List.of();
        }
        CommitmentFilter filter = CommitmentFilter.ofProgramme(programme.id());
        return commitments
                .page(asInvestor, filter, CommitmentSort.DEFAULT, Optional.empty(), OWN_SHOWN)
                .rows();
    }
}
