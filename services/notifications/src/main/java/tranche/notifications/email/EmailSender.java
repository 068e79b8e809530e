package tranche.notifications.email;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Sweep;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.Parcel;
import tranche.notifications.delivery.Sender;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.delivery.store.DigestRows;
import tranche.notifications.delivery.store.DigestRows.Digested;
import tranche.notifications.email.domain.Letter;
import tranche.notifications.email.domain.Undelivered;
import tranche.notifications.email.store.LetterRows;
import tranche.notifications.email.store.LetterRows.Told;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.RaisedAlert;
import tranche.notifications.recipient.RecipientCommands;
import tranche.notifications.recipient.RecipientSeal;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientCommand;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.world.ids.Ids;
import tranche.world.mail.Mail;
import tranche.world.mail.MailHost;

/**
 * The channel of e-mail. Each recipient has one address and one mail of an alert, or of those that are
 * wanted together; what a mail says is fixed before it is
 * first sent, so that one which is sent again, because nobody knows whether it arrived, is the same mail with the same id.
 */
@Singleton
public final class EmailSender implements Sender {

    private final MailHost host;
    private final Letters letters;
    private final StopToken stops;
    private final RecipientSeal seal;
    private final RecipientCommands recipients;
    private final Ids ids;

    EmailSender(
            MailHost host,
            Letters letters,
            StopToken stops,
            RecipientSeal seal,
            RecipientCommands recipients,
            Ids ids) {
        this.host = host;
        this.letters = letters;
        this.stops = stops;
        this.seal = seal;
        this.recipients = recipients;
        this.ids = ids;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<Target> targets(Connection connection, List<RaisedAlert> alerts) throws SQLException {
        return LetterRows.alerts(
                        connection, alerts.stream().map(RaisedAlert::id).toList())
                .stream()
                .filter(told -> told.type().channels().contains(Channel.EMAIL))
                .filter(Told::hasAddress)
                .map(told -> new Target(told.alert(), told.recipient(), told.recipient(), true))
                .toList();
    }

    @Override
    public Map<UUID, String> contents(Connection connection, List<Delivery> deliveries, Instant now)
            throws SQLException {
        Map<UUID, String> contents = new HashMap<>();
        NewLetters.of(connection, deliveries, recipients(connection, deliveries), now)
                .forEach((delivery, letter) -> contents.put(delivery, LetterText.of(letter)));
        return contents;
    }

    @Override
    public Map<UUID, Parcel> prepare(Connection connection, Collection<Delivery> deliveries, Instant now)
            throws SQLException {
        Map<UUID, Recipient> known = recipients(connection, deliveries);
        Set<UUID> mandatory = mandatory(connection, deliveries, known);
        Chosen chosen = Chosen.of(connection, deliveries, now);
        Map<UUID, Parcel> parcels = new HashMap<>();
        for (Delivery delivery : deliveries) {
            boolean gathers = chosen.gathers(delivery);
            Optional<String> hindrance = gathers ? chosen.hindrance(delivery) : Optional.empty();
            Optional<Recipient> to = Optional.ofNullable(known.get(delivery.recipient()));
            parcels.put(
                    delivery.id(),
                    hindrance
                            .<Parcel>map(Parcel.Void::new)
                            .orElseGet(() -> parcel(
                                    delivery,
                                    to,
                                    delivery.alert().isEmpty() && !gathers,
                                    delivery.alert().filter(mandatory::contains).isPresent(),
                                    now)));
        }
        return parcels;
    }

    /** The alerts of mails that nobody takes any more and whose recipients must be told. */
    private static Set<UUID> mandatory(
            Connection connection, Collection<Delivery> deliveries, Map<UUID, Recipient> known) throws SQLException {
        List<UUID> lost = deliveries.stream()
                .filter(delivery -> Optional.ofNullable(known.get(delivery.recipient()))
                        .flatMap(Recipient::address)
                        .filter(Address::takesMail)
                        .isEmpty())
                .flatMap(delivery -> delivery.alert().stream())
                .toList();
        return lost.isEmpty()
                ? Set.of()
                : LetterRows.alerts(connection, lost).stream()
                        .filter(Told::isMandatory)
                        .map(Told::alert)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param isQuestion whether it asks whose the address is, and so goes there before anybody knows
     * @param isMandatory whether it tells what its recipient must be told and nobody takes it any more
     */
    private Parcel parcel(
            Delivery delivery, Optional<Recipient> recipient, boolean isQuestion, boolean isMandatory, Instant now) {
        Optional<Address> address = recipient.flatMap(Recipient::address);
        if (address.isEmpty()) {
            return undeliverable("no-address", isMandatory);
        }
        if (!isQuestion && !address.get().takesMail()) {
            return undeliverable("address-not-verified", isMandatory);
        }
        // Each question goes to the address that was given with it: a later one is asked by a mail of its own.
        if (isQuestion && !address.get().since().equals(delivery.createdAt())) {
            return new Parcel.Void("link-replaced");
        }
        Optional<Address.Link> link =
                address.get().link().filter(open -> open.until().isAfter(now));
        if (isQuestion && link.isEmpty()) {
            return new Parcel.Void("link-gone");
        }
        Recipient to = recipient.orElseThrow();
        return new Parcel.Ready((content, traceparent) ->
                send(delivery.id(), to, address.get(), link, LetterText.read(content), traceparent));
    }

    /**
     * What has nobody any more who takes it. Of most mails that is the end; one of what must be told comes back for good, as from a
     * host that knows no such address, so that a manager hears of it (rule N-8).
     */
    private static Parcel undeliverable(String why, boolean isMandatory) {
        return isMandatory
                ? new Parcel.Ready((_, _) -> new Outcome.Hard(why, OptionalInt.empty()))
                : new Parcel.Void(why);
    }

    private Outcome send(
            UUID delivery,
            Recipient to,
            Address address,
            Optional<Address.Link> link,
            Letter letter,
            Optional<String> traceparent) {
        Mail.Party party = new Mail.Party(
                to.profile().displayName().map(name -> seal.open(to.id(), name)).orElse(""),
                seal.open(to.id(), address.text()));
        return switch (letter) {
            case Letter.OfAlert alert ->
                outcome(host.send(letters.alert(delivery, alert, party, stops.of(delivery), traceparent)));
            // It tells of several causes, and a mail goes on with one trace.
            case Letter.OfDigest digest ->
                outcome(host.send(letters.digest(delivery, digest, party, stops.of(delivery))));
            case Letter.OfSheet sheet ->
                outcome(host.send(letters.sheet(delivery, sheet, party, stops.of(delivery), traceparent)));
            case Letter.OfLink question ->
                link.filter(open -> open.hash().equals(question.hash()))
                        .map(open -> outcome(host.send(letters.link(
                                delivery, question, party, to.profile().zone(), seal.open(to.id(), open.token())))))
                        .orElseGet(() -> new Outcome.Hard("link-replaced", OptionalInt.empty()));
        };
    }

    private static Outcome outcome(MailHost.Answer answer) {
        return switch (answer) {
            case MailHost.Answer.Taken() -> new Outcome.Taken(OptionalInt.empty());
            case MailHost.Answer.Later(String reason, OptionalInt code) ->
                new Outcome.Soft(reason, code, Optional.empty());
            case MailHost.Answer.Refused(String reason, OptionalInt code) -> new Outcome.Hard(reason, code);
        };
    }

    @Override
    public void settled(Transaction transaction, List<Attempted> attempts) throws SQLException {
        Map<UUID, Digested> digests = DigestRows.of(
                transaction.connection(),
                attempts.stream().map(Attempted::delivery).toList());
        List<Submission<RecipientFile, RecipientCommand, RecipientEvent>> bounced = attempts.stream()
                .filter(one -> one.outcome() instanceof Outcome.Hard hard
                        && !Undelivered.WITHOUT_ADDRESS.contains(hard.reason())
                        && (one.delivery().alert().isPresent()
                                || digests.containsKey(one.delivery().id())))
                .map(one -> Sweep.<RecipientFile, RecipientCommand, RecipientEvent>submission(
                        one.delivery().recipient(),
                        new RecipientCommand.Bounce(one.delivery().recipient()),
                        ids))
                .toList();
        transaction.submit(recipients, bounced);
    }

    private static Map<UUID, Recipient> recipients(Connection connection, Collection<Delivery> deliveries)
            throws SQLException {
        return RecipientRows.load(
                connection,
                deliveries.stream().map(Delivery::recipient).distinct().toList());
    }
}
