package tranche.notifications.recipient.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When it was asked by mail whose an address is. Such a mail goes to whatever address somebody names, to people who may know
 * nothing of it: so a recipient names few, and an address is asked seldom, whoever names it.
 *
 * @param ofRecipient for one recipient, in any order
 * @param ofAddress by an address's mark, for all recipients, in any order
 * @param beside how many others are asking an address at the same moment, by its mark; they count as having asked
 */
public record Askings(List<Instant> ofRecipient, Map<String, List<Instant>> ofAddress, Map<String, Integer> beside) {

    /** Nobody mistypes an address more often than that. */
    public static final int MOST_OF_RECIPIENT = 3;

    /** In which a recipient's are counted. */
    public static final Duration SPAN_OF_RECIPIENT = Duration.ofHours(1);

    /** A stranger who is asked throws so many mails away at most. */
    public static final int MOST_OF_ADDRESS = 3;

    /** In which those to an address are counted. */
    public static final Duration SPAN_OF_ADDRESS = Duration.ofDays(1);

    /** Nothing was asked. */
    public static final Askings NONE = new Askings(List.of(), Map.of(), Map.of());

    public Askings {
        ofRecipient = List.copyOf(ofRecipient);
        ofAddress = Map.copyOf(ofAddress);
        beside = Map.copyOf(beside);
    }

    /** From when on an address may be asked; empty where it may be asked now. */
    Optional<Instant> againAt(String mark, Instant now) {
        Optional<Instant> recipient = free(ofRecipient, MOST_OF_RECIPIENT, SPAN_OF_RECIPIENT, now);
        Optional<Instant> address = free(ofAddress(mark, now), MOST_OF_ADDRESS, SPAN_OF_ADDRESS, now);
        return Stream.of(recipient, address).flatMap(Optional::stream).max(Instant::compareTo);
    }

    private List<Instant> ofAddress(String mark, Instant now) {
        List<Instant> all = new ArrayList<>(ofAddress.getOrDefault(mark, List.of()));
        for (int other = 0; other < beside.getOrDefault(mark, 0); other++) {
            all.add(now);
        }
        return all;
    }

    private static Optional<Instant> free(List<Instant> asked, int most, Duration span, Instant now) {
        List<Instant> counting =
                asked.stream().filter(at -> at.plus(span).isAfter(now)).sorted().toList();
        return counting.size() < most
                ? Optional.empty()
                : Optional.of(counting.get(counting.size() - most).plus(span));
    }

    Askings with(String mark, Instant at) {
        List<Instant> recipient = new ArrayList<>(ofRecipient);
        recipient.add(at);
        Map<String, List<Instant>> addresses = new HashMap<>(ofAddress);
        List<Instant> address = new ArrayList<>(addresses.getOrDefault(mark, List.of()));
        address.add(at);
        addresses.put(mark, List.copyOf(address));
        return new Askings(recipient, addresses, beside);
    }
}
