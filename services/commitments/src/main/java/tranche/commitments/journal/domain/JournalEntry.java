package tranche.commitments.journal.domain;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;

/**
 * What one event books, balanced in each currency and each ledger (invariant I-2). Entries are never changed or removed;
 * a correction is a mirror entry and a right one (domain §7.3).
 *
 * @param sequence place in the fund's journal, from 1, without gaps
 * @param validDate the day on which it is true
 * @param recordedAt when it became known, in microseconds
 * @param event the event that caused it
 * @param text a remark; kept in Unicode's composed form (NFC), so that the same words have the same hash
 * @param reverses the entry that this one mirrors
 * @param postings in the order of the entry's lines, at least one
 */
public record JournalEntry(
        UUID id,
        long sequence,
        UUID fund,
        LocalDate validDate,
        Instant recordedAt,
        UUID event,
        Optional<String> text,
        Optional<UUID> reverses,
        List<Posting> postings) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * @throws IllegalArgumentException if there is no posting, the sequence is below 1, or the instant is finer than a
     *     microsecond
     * @throws IllegalStateException if the postings of a currency and ledger do not sum to zero
     */
    public JournalEntry {
        text = text.map(words -> Normalizer.normalize(words, Normalizer.Form.NFC));
        postings = List.copyOf(postings);
        if (sequence < 1 || postings.isEmpty()) {
            throw new IllegalArgumentException("an entry has a place from 1 and at least one posting");
        }
        if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("finer than a microsecond: " + recordedAt);
        }
        requireBalance(postings);
    }

    private record Book(Ledger ledger, Currency currency) {}

    private static void requireBalance(List<Posting> postings) {
        Map<Book, Money> sums = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(
                    new Book(posting.account().ledger(), posting.amount().currency()), posting.amount(), Money::plus);
        }
        sums.forEach((book, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalStateException("I-2: the " + book.ledger() + " postings sum to " + sum);
            }
        });
    }

    /**
     * The entry that takes this one back: the same lines with debit and credit exchanged.
     *
     * @param on this entry's own valid date while its period is open, else the first open day
     */
    public JournalEntry mirror(UUID mirrorId, long place, LocalDate on, Instant now, UUID cause) {
        return new JournalEntry(
                mirrorId,
                place,
                fund,
                on,
                now,
                cause,
                Optional.empty(),
                Optional.of(id),
                postings.stream().map(Posting::mirrored).toList());
    }

    /** The entry's canonical text (RFC 8785): what its hash covers. Members that are absent are left out. */
    public String canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("id", id.toString());
        members.put("seq", sequence);
        members.put("fund", fund.toString());
        members.put("validDate", validDate.toString());
        members.put("recordedAt", MICROS.format(recordedAt));
        members.put("event", event.toString());
        text.ifPresent(words -> members.put("text", words));
        reverses.ifPresent(original -> members.put("reverses", original.toString()));
        members.put("postings", postings.stream().map(JournalEntry::members).toList());
        return CanonicalJson.of(members);
    }

    private static Map<String, Object> members(Posting posting) {
        return Map.of(
                "account", posting.account().number(),
                "dims", posting.dims(),
                "currency", posting.amount().currency().code(),
                "amount", posting.amount().value().toPlainString());
    }
}
