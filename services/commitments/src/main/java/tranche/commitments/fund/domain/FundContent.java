package tranche.commitments.fund.domain;

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
 * What a fund says of itself.
 *
 * @param name of the legal entity, 1 to 200 characters
 * @param baseCurrency of the fund and of every commitment to it
 * @param cap the most that may be accepted and committed, in the base currency
 * @param calendar by which business days are counted
 * @param zone in which its days begin; the programme's where none is given
 * @param unverified whether the particulars come from outside and were not confirmed by the fund's manager
 * @param sourceNote where the particulars come from
 */
public record FundContent(
        String name,
        Currency baseCurrency,
        Optional<Money> cap,
        FundCalendar calendar,
        Terms terms,
        Optional<ZoneId> zone,
        boolean unverified,
        Optional<String> sourceNote) {

    /** The hash by which a request that came twice is told from another. */
    public ContentHash hash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("name", name);
        members.put("baseCurrency", baseCurrency.code());
        members.put("cap", cap.map(Money::toString).orElse(null));
        members.put("calendar", calendar.name());
        members.put("noticeBusinessDays", terms.noticeBusinessDays());
        members.put("callBasis", terms.callBasis().name());
        members.put("requireKyc", terms.requireKyc());
        members.put("requireTransferConsent", terms.requireTransferConsent());
        members.put("zone", zone.map(ZoneId::getId).orElse(null));
        members.put("unverified", unverified);
        members.put("sourceNote", sourceNote.orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
