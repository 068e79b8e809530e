package tranche.notifications.email;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.DigestRows.Digested;
import tranche.notifications.email.domain.Letter;
import tranche.notifications.email.store.LetterRows;
import tranche.notifications.email.store.LetterRows.Told;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Pages;
import tranche.notifications.notice.domain.Severity;
import tranche.notifications.notice.store.ReachRows;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.subject.store.NameViews;
import tranche.notifications.template.Templates;

/** Writes what is told together: the most severe first, then by time, and what had to be told at once once more. */
final class Digests {

    private static final Comparator<Told> IN_ORDER = Comparator.<Told, Severity>comparing(
                    told -> told.type().severity())
            .reversed()
            .thenComparing(Told::recordedAt)
            .thenComparing(Told::alert);

    private Digests() {}

    /** Those of these alerts that have something left to say. */
    static Set<UUID> worth(Connection connection, Collection<UUID> alerts) throws SQLException {
        Set<UUID> worth = new HashSet<>(alerts);
        worth.removeAll(ReachRows.superseded(connection, alerts));
        return worth;
    }

    /** The letter of what a delivery gathers. */
    static Letter.OfDigest letter(Connection connection, Delivery delivery, Digested digested, Locale language)
            throws SQLException {
        Instant at = delivery.dueAt().orElse(delivery.createdAt());
        List<Told> items = LetterRows.alerts(connection, digested.alerts());
        List<Told> again = again(connection, delivery.recipient(), at.minus(Digest.span(digested.key())), at);
        Map<UUID, String> names = NameViews.of(
                connection,
                Stream.concat(items.stream(), again.stream())
                        .flatMap(Digests::named)
                        .distinct()
                        .toList());
        return new Letter.OfDigest(language, at, items(items, names, language), items(again, names, language));
    }

    /** What its recipient had to be told at once, and still has to see to. */
    private static List<Told> again(Connection connection, UUID recipient, Instant since, Instant at)
            throws SQLException {
        List<Told> mandatory = LetterRows.mandatory(connection, recipient, since);
        List<UUID> alerts = mandatory.stream().map(Told::alert).toList();
        Set<UUID> worth = worth(connection, ReachRows.still(connection, alerts, at));
        return mandatory.stream().filter(told -> worth.contains(told.alert())).toList();
    }

    private static List<Letter.Item> items(List<Told> told, Map<UUID, String> names, Locale language) {
        return told.stream()
                .sorted(IN_ORDER)
                .map(one -> item(one, names, language))
                .toList();
    }

    private static Letter.Item item(Told told, Map<UUID, String> names, Locale language) {
        Templates.Saying saying = Templates.of(language).say(told.type(), told.figures(), names);
        return new Letter.Item(
                told.alert(),
                saying.title(),
                saying.body(),
                Pages.of(told.subject(), told.roles()).orElse(Letters.ALERTS),
                told.type().severity().compareTo(Severity.WARNING) >= 0,
                place(told).flatMap(id -> Optional.ofNullable(names.get(id))));
    }

    private static Optional<UUID> place(Told told) {
        return told.project().or(told::fund);
    }

    private static Stream<UUID> named(Told told) {
        Stream<UUID> figures = told.figures().values().stream().flatMap(Figure::named);
        return Stream.concat(figures, place(told).stream());
    }

    /** How many of the items belong where, in the order in which they come; what belongs nowhere under an empty name. */
    static Map<String, Long> places(List<Letter.Item> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.place().orElse(""), LinkedHashMap::new, Collectors.counting()));
    }
}
