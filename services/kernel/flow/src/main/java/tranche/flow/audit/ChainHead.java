package tranche.flow.audit;

import java.util.UUID;

/**
 * The last event of a key: whoever keeps it can show later that nothing before it was changed or taken away.
 *
 * @param hash in hexadecimal
 */
public record ChainHead(UUID key, long sequence, String hash) {}
