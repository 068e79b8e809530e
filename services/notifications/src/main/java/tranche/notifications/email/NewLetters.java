package tranche.notifications.email;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.DigestRows.Digested;
import tranche.notifications.email.domain.Gaps;
import tranche.notifications.email.domain.Letter;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.email.domain.Slip;
import tranche.notifications.email.store.LetterRows;
import tranche.notifications.email.store.LetterRows.Told;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Pages;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.domain.Profile;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.subject.store.NameViews;
import tranche.notifications.template.Templates;
import tranche.values.actor.Role;

/** Writes the letters of mails that are sent for the first time: what is known by now is fixed with them. */
final class NewLetters {

    private final Map<UUID, Told> alerts;
    private final Map<UUID, String> names;

    private NewLetters(Map<UUID, Told> alerts, Map<UUID, String> names) {
        this.alerts = alerts;
        this.names = names;
    }

    /**
     * Letters by delivery.
     *
     * @param recipients those that are known, by their ids; whoever is not among them gets none
     */
    static Map<UUID, Letter> of(
            Connection connection, Collection<Delivery> deliveries, Map<UUID, Recipient> recipients, Instant now)
            throws SQLException {
        Chosen chosen = Chosen.of(connection, deliveries, now);
        NewLetters letters = known(connection, deliveries, chosen);
        Map<UUID, Letter> written = new HashMap<>();
        for (Delivery delivery : deliveries) {
            Recipient to = recipients.get(delivery.recipient());
            if (to == null) {
                continue;
            }
            Optional<Digested> digested = chosen.of(delivery);
            Optional<Letter> letter = digested.isPresent()
                    ? letters.gathered(connection, delivery, digested.get(), to.profile())
                    : delivery.alert().isPresent()
                            ? letters.of(delivery, delivery.alert().get(), to.profile())
                            : question(delivery, to);
            letter.ifPresent(one -> written.put(delivery.id(), one));
        }
        return written;
    }

    /** What is told by itself, and what slips have moved: with all that these name. */
    private static NewLetters known(Connection connection, Collection<Delivery> deliveries, Chosen chosen)
            throws SQLException {
        Set<UUID> ids = deliveries.stream()
                .flatMap(delivery -> Stream.concat(
                        delivery.alert().stream(),
                        chosen.of(delivery).filter(Digested::isOfSlip).stream()
                                .flatMap(digested -> digested.alerts().stream())))
                .collect(Collectors.toUnmodifiableSet());
        Map<UUID, Told> alerts =
                LetterRows.alerts(connection, ids).stream().collect(Collectors.toMap(Told::alert, Function.identity()));
        List<UUID> named = alerts.values().stream()
                .flatMap(told -> told.figures().values().stream())
                .flatMap(Figure::named)
                .distinct()
                .toList();
        return new NewLetters(alerts, NameViews.of(connection, named));
    }

    private static Optional<Letter> question(Delivery delivery, Recipient to) {
        return to.address()
                .flatMap(Address::link)
                .map(link ->
                        new Letter.OfLink(to.profile().language(), delivery.createdAt(), link.hash(), link.until()));
    }

    private Optional<Letter> gathered(Connection connection, Delivery delivery, Digested digested, Profile reader)
            throws SQLException {
        return digested.isOfSlip()
                ? slip(delivery, digested.alerts(), reader)
                : Optional.of(Digests.letter(connection, delivery, digested, reader.language()));
    }

    /** What has moved one thing alone, or of which all else was settled meanwhile, is told as if nothing had gathered it. */
    private Optional<Letter> slip(Delivery delivery, Set<UUID> gathered, Profile reader) {
        List<Told> told = gathered.stream()
                .flatMap(alert -> Optional.ofNullable(alerts.get(alert)).stream())
                .sorted(Comparator.comparing(Told::recordedAt).thenComparing(Told::alert))
                .toList();
        if (told.size() < 2) {
            return told.stream().findFirst().flatMap(one -> of(delivery, one.alert(), reader));
        }
        Slip slip = Slip.of(told.stream()
                .map(one -> new Slip.Said(one.type(), new Gaps(one.figures())))
                .toList());
        Locale language = reader.language();
        return Optional.of(new Letter.OfSheet(
                language, delivery.createdAt(), gathered, SlipSheet.of(slip, words(language), why(slip, told)), false));
    }

    /** Where the reader sees why: with his own forecast where it has changed, otherwise with the milestone that began it. */
    private static String why(Slip slip, List<Told> told) {
        Stream<Told> forecasts = told.stream().filter(one -> one.type() == AlertType.FC_01);
        Stream<Told> first = told.stream()
                .filter(one -> slip.first()
                        .filter(moved -> moved.milestone().equals(one.subject().id()))
                        .isPresent());
        return Stream.concat(forecasts, first)
                .flatMap(one -> Pages.of(one.subject(), one.roles()).stream())
                .findFirst()
                .orElse(Letters.ALERTS);
    }

    private Optional<Letter> of(Delivery delivery, UUID alert, Profile reader) {
        return Optional.ofNullable(alerts.get(alert)).map(told -> {
            Locale language = reader.language();
            String page = Pages.of(told.subject(), told.roles()).orElse(Letters.ALERTS);
            Gaps gaps = new Gaps(told.figures());
            return switch (told.type()) {
                case CC_03 -> {
                    boolean isOwn = told.roles().contains(Role.INVESTOR);
                    yield sheet(delivery, told, language, CallSheet.of(gaps, isOwn, words(language), page));
                }
                case MS_03 -> {
                    LocalDate on = LocalDate.ofInstant(told.recordedAt(), reader.zone());
                    yield sheet(delivery, told, language, VerifiedSheet.of(gaps, on, words(language), page));
                }
                default -> {
                    Templates.Saying saying = Templates.of(language).say(told.type(), told.figures(), names);
                    yield new Letter.OfAlert(
                            language,
                            delivery.createdAt(),
                            Optional.of(alert),
                            saying.title(),
                            saying.body(),
                            page,
                            told.isMandatory());
                }
            };
        });
    }

    private static Letter sheet(Delivery delivery, Told told, Locale language, Sheet sheet) {
        return new Letter.OfSheet(language, delivery.createdAt(), Set.of(told.alert()), sheet, told.isMandatory());
    }

    private SheetWords words(Locale language) {
        return SheetWords.of(language, names);
    }
}
