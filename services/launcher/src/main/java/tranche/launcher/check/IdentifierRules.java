package tranche.launcher.check;

import java.util.Map;
import tranche.commitments.investor.domain.Lei;

/** Identifiers with check digits (domain §8.3). */
final class IdentifierRules {

    private IdentifierRules() {}

    /** {@code lei}: whether each value is a legal entity identifier. */
    static Map<String, Object> legalEntities(ExampleInput input) {
        return Map.of(
                "valid",
                input.list("values").stream()
                        .map(value -> Lei.isValid(value.asText()))
                        .toList());
    }
}
