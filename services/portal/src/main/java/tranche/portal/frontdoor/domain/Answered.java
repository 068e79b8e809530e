package tranche.portal.frontdoor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * An object in a service's answer, read by the names of the contract. A member that has to be there and is not tells that
 * the service speaks another version of it.
 */
public record Answered(Map<?, ?> members) {

    /** What was answered as a whole. */
    public static Answered of(ServiceReply reply) {
        return new Answered(reply.body());
    }

    public Optional<String> textIfAny(String member) {
        return members.get(member) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public String text(String member) {
        return textIfAny(member).orElseThrow(() -> missing(member));
    }

    public Optional<UUID> idIfAny(String member) {
        return textIfAny(member).map(UUID::fromString);
    }

    public UUID id(String member) {
        return UUID.fromString(text(member));
    }

    public Optional<LocalDate> dayIfAny(String member) {
        return textIfAny(member).map(LocalDate::parse);
    }

    public LocalDate day(String member) {
        return LocalDate.parse(text(member));
    }

    public Instant instant(String member) {
        return Instant.parse(text(member));
    }

    public Optional<Long> wholeIfAny(String member) {
        return members.get(member) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    public long whole(String member) {
        return wholeIfAny(member).orElseThrow(() -> missing(member));
    }

    /** Whether a member says so; one that is not there does not. */
    public boolean is(String member) {
        return Boolean.TRUE.equals(members.get(member));
    }

    public Optional<Answered> objectIfAny(String member) {
        return members.get(member) instanceof Map<?, ?> object ? Optional.of(new Answered(object)) : Optional.empty();
    }

    public Answered object(String member) {
        return objectIfAny(member).orElseThrow(() -> missing(member));
    }

    public Optional<Money> moneyIfAny(String member) {
        return objectIfAny(member).map(money -> Money.of(money.text("currency"), money.text("value")));
    }

    public Money money(String member) {
        return moneyIfAny(member).orElseThrow(() -> missing(member));
    }

    /** The objects of a list; none where it is not there. */
    public List<Answered> objects(String member) {
        return list(member).stream()
                .map(item -> item instanceof Map<?, ?> object ? new Answered(object) : missingAs(member))
                .toList();
    }

    /** The strings of a list; none where it is not there. */
    public List<String> texts(String member) {
        return list(member).stream().map(String::valueOf).toList();
    }

    private List<?> list(String member) {
        return members.get(member) instanceof List<?> list ? list : List.of();
    }

    private static Answered missingAs(String member) {
        throw missing(member);
    }

    private static IllegalStateException missing(String member) {
        return new IllegalStateException("the answer has no " + member);
    }
}
