package tranche.commitments.programme.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.ContentHash;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;

/**
 * What a programme says of itself.
 *
 * @param name 1 to 200 characters
 * @param headlineCurrency of the programme's totals
 * @param target what it sets out to raise, in the headline currency
 * @param targetSource where the target was published
 * @param targetDate by when it shall be reached
 * @param sample whether all of it is made-up sample data
 * @param zone in which its days begin
 */
public record ProgrammeContent(
        String name,
        Currency headlineCurrency,
        Optional<Money> target,
        Optional<String> targetSource,
        Optional<LocalDate> targetDate,
        boolean sample,
        ZoneId zone) {

    /** The hash by which a request that came twice is told from another. */
    public ContentHash hash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("name", name);
        members.put("headlineCurrency", headlineCurrency.code());
        members.put("target", target.map(Money::toString).orElse(null));
        members.put("targetSource", targetSource.orElse(null));
        members.put("targetDate", targetDate.map(LocalDate::toString).orElse(null));
        members.put("sample", sample);
        members.put("zone", zone.getId());
        return ContentHash.of(CanonicalJson.of(members));
    }
}
