package tranche.portal.cockpit.page;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.raise.page.FeedLine;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.ProgrammeBuild;
import tranche.portal.timeline.domain.ProgrammeBuild.News;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/** What changed in a programme: in its raise and on its sites, as one list in the order of what was recorded. */
@Singleton
final class WhatChanged {

    /** Of those that a verified milestone has unlocked; what still waits for another one is locked. */
    private static final Set<TrancheState> UNLOCKED =
            Set.of(TrancheState.CONDITIONS_MET, TrancheState.CALL_DRAFTED, TrancheState.RELEASED);

    /** What is unlocked comes neither later nor earlier for a milestone, nor does it wait for one. */
    private static final Set<TrancheState> WAITING = Set.of(TrancheState.LOCKED);

    private final Feed feed;
    private final ProgrammeBuild build;
    private final Funding funding;

    WhatChanged(Feed feed, ProgrammeBuild build, Funding funding) {
        this.feed = feed;
        this.build = build;
        this.funding = funding;
    }

    /** One thing that changed; one of the two is there. */
    record Item(Instant at, Optional<Change> change, Optional<News> news, List<Money> money) {

        FeedLine line(Words words) {
            return news.map(one -> BuildLine.of(one, money, words))
                    .orElseGet(() -> FeedLine.of(change.orElseThrow(), words));
        }

        FeedPlaces after(FeedPlaces before) {
            FeedPlaces withRaise =
                    change.map(one -> before.withRaise(one.place())).orElse(before);
            return news.map(one -> withRaise.withBuild(one.place())).orElse(withRaise);
        }

        boolean isAfter(FeedPlaces told) {
            return change.map(one -> one.place() > told.raise()).orElse(false)
                    || news.map(one -> one.place() > told.build()).orElse(false);
        }

        /** Every amount that its line shows. */
        Stream<Money> amounts() {
            return Stream.concat(money.stream(), change.stream().flatMap(one -> one.amount().stream()));
        }
    }

    /** The latest, the newest first, at most {@code limit} of each kind. */
    List<Item> latest(Access access, UUID programme, int limit) {
        List<News> news = build.latest(access, programme, limit);
        Map<UUID, List<Money>> unlocked = funding.of(access, milestones(news, WhatChanged::isAchievement), UNLOCKED);
        Map<UUID, List<Money>> waiting = funding.of(access, milestones(news, one -> !isAchievement(one)), WAITING);
        List<Item> items = new ArrayList<>();
        news.forEach(one -> items.add(new Item(
                one.at(),
                Optional.empty(),
                Optional.of(one),
                one.milestone()
                        .map(id -> (isAchievement(one) ? unlocked : waiting).getOrDefault(id, List.of()))
                        .orElse(List.of()))));
        feed.latest(access, programme, limit)
                .forEach(one -> items.add(new Item(one.at(), Optional.of(one), Optional.empty(), List.of())));
        items.sort(Comparator.comparing(Item::at).reversed());
        return items;
    }

    private static boolean isAchievement(News news) {
        return news.kind() == ChangeKind.MILESTONE_ACHIEVED;
    }

    private static List<UUID> milestones(List<News> news, Predicate<News> which) {
        return news.stream()
                .filter(which)
                .flatMap(one -> one.milestone().stream())
                .distinct()
                .toList();
    }

    /** How often each thing happened after the instant, by the code of its kind. */
    Map<String, Integer> countsSince(Access access, UUID programme, Instant since) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        build.countsSince(access, programme, since).forEach((kind, count) -> counts.put(kind.code(), count));
        feed.countsSince(access, programme, since).forEach((kind, count) -> counts.put(kind.code(), count));
        return counts;
    }

    /** The places of a list of what changed. */
    static FeedPlaces places(List<Item> items) {
        FeedPlaces places = FeedPlaces.NONE;
        for (Item item : items) {
            places = item.after(places);
        }
        return places;
    }
}
