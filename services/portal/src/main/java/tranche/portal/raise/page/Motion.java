package tranche.portal.raise.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a manager proposes about a closed commitment and another person confirms. */
enum Motion {
    AMENDMENTS,
    TRANSFER;

    static Optional<Motion> of(String command) {
        return Arrays.stream(values())
                .filter(one -> one.command().equals(command))
                .findFirst();
    }

    /** Its name in addresses, in what the service allows, and in keys of texts. */
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }
}
