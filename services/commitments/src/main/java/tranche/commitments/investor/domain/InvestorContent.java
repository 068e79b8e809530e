package tranche.commitments.investor.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.ContentHash;
import tranche.values.country.Country;
import tranche.values.register.CanonicalJson;

/**
 * What an investor says of itself.
 *
 * @param name of the legal entity, 1 to 200 characters; never that of a natural person
 * @param country of its seat
 * @param consentToBeNamed whether its name and amounts may be shown to stakeholders
 */
public record InvestorContent(
        String name, InvestorKind kind, Country country, Optional<Lei> lei, boolean consentToBeNamed) {

    /** The hash by which a request that came twice is told from another. */
    public ContentHash hash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("name", name);
        members.put("kind", kind.name());
        members.put("country", country.code());
        members.put("lei", lei.map(Lei::value).orElse(null));
        members.put("consentToBeNamed", consentToBeNamed);
        return ContentHash.of(CanonicalJson.of(members));
    }
}
