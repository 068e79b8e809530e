package tranche.commitments.forecast.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.store.CommitmentRows;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.TrancheRows;
import tranche.commitments.drawdown.store.TrancheTimetables;
import tranche.commitments.drawdown.store.WaitingTranches;
import tranche.commitments.forecast.domain.Prospects;
import tranche.commitments.forecast.domain.Told;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.milestone.store.SiteRows;
import tranche.values.calendar.WorkingDays;
import tranche.values.register.Shelf;
import tranche.world.region.Calendars;

/** All that the forecasts of funds rest on, for several funds at once. */
public final class ProspectRows {

    private ProspectRows() {}

    public static Map<UUID, Prospects> load(Connection connection, Calendars calendars, Collection<UUID> keys)
            throws SQLException {
        Map<FundId, Fund> funds =
                FundRows.load(connection, keys.stream().map(FundId::new).toList());
        Map<UUID, Optional<Fund>> byKey = keys.stream()
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> Optional.ofNullable(funds.get(new FundId(key)))));
        WaitingTranches waiting = WaitingTranches.load(connection, byKey);
        // Where nothing is waited for, nobody is called, however many there are.
        Map<UUID, List<Commitment>> commitments =
                CommitmentRows.closedOf(connection, waiting.byFund().keySet()).stream()
                        .collect(Collectors.groupingBy(one -> one.fund().value()));
        Map<UUID, Map<UUID, Told>> told = ToldRows.load(connection, keys);
        Map<UUID, Map<TrancheId, Timetable>> timetables = TrancheTimetables.ofFunds(connection, keys);
        Set<TrancheId> called = called(connection, waiting, timetables);
        Map<MilestoneId, Milestone> milestones = withDrivers(connection, waiting.facts());
        Map<UUID, WorkingDays> places = places(connection, calendars, milestones.values());
        Map<UUID, Prospects> loaded = new HashMap<>();
        byKey.forEach((key, fund) -> {
            List<Tranche> own = waiting.byFund().getOrDefault(key, List.of());
            loaded.put(
                    key,
                    new Prospects(
                            fund,
                            commitments.getOrDefault(key, List.of()),
                            own,
                            waiting.drafts(),
                            known(Objects.requireNonNull(waiting.facts().get(key)), milestones),
                            places,
                            elsewhere(waiting.releases(), own),
                            Shelf.of(told.getOrDefault(key, Map.of())),
                            timetables.getOrDefault(key, Map.of()),
                            called));
        });
        return loaded;
    }

    /** Of those that were to be expected when it was reckoned last. */
    private static Set<TrancheId> called(
            Connection connection, WaitingTranches waiting, Map<UUID, Map<TrancheId, Timetable>> timetables)
            throws SQLException {
        Set<TrancheId> gone = timetables.values().stream()
                .flatMap(expected -> expected.keySet().stream())
                .collect(Collectors.toSet());
        waiting.byFund().values().stream()
                .flatMap(List::stream)
                .map(Tranche::id)
                .forEach(gone::remove);
        return TrancheRows.released(connection, gone);
    }

    /** Those that the conditions name, and those that give these their start. */
    private static Map<MilestoneId, Milestone> withDrivers(Connection connection, Map<UUID, Facts> facts)
            throws SQLException {
        Map<MilestoneId, Milestone> milestones = new HashMap<>();
        facts.values().forEach(one -> milestones.putAll(one.milestones()));
        Set<MilestoneId> drivers = milestones.values().stream()
                .flatMap(milestone -> milestone.outlook().drivers().stream())
                .map(Outlook.Driver::milestone)
                .filter(driver -> !milestones.containsKey(driver))
                .collect(Collectors.toSet());
        milestones.putAll(MilestoneRows.load(connection, drivers));
        return milestones;
    }

    private static Facts known(Facts facts, Map<MilestoneId, Milestone> milestones) {
        return new Facts(milestones, facts.tranches(), facts.documents(), facts.projects());
    }

    private static Map<UUID, WorkingDays> places(
            Connection connection, Calendars calendars, Collection<Milestone> milestones) throws SQLException {
        Map<UUID, WorkingDays> places = new HashMap<>();
        SiteRows.load(connection, milestones.stream().map(Milestone::project).collect(Collectors.toSet()))
                .forEach((project, site) -> places.put(project, calendars.of(site.country(), site.region())));
        return places;
    }

    /** What was reckoned last of a fund's own tranches is what is reckoned anew. */
    private static Map<TrancheId, LocalDate> elsewhere(Map<TrancheId, LocalDate> releases, List<Tranche> own) {
        Map<TrancheId, LocalDate> others = new HashMap<>(releases);
        own.forEach(tranche -> others.remove(tranche.id()));
        return others;
    }
}
