package tranche.portal.account.api;

import java.util.Optional;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Personal;
import tranche.web.json.JsonObject;

/** Accounts and keys as the API writes them. */
final class AccountJson {

    /** Where accounts are. */
    static final String PATH = "/api/v1/accounts";

    /** Where keys are. */
    static final String KEYS = "/api/v1/api-keys";

    private AccountJson() {}

    static JsonObject of(Account account) {
        return JsonObject.empty()
                .put("id", account.id())
                .put("username", account.username().value())
                .put("name", account.name().value())
                .put("email", account.email().map(Personal::value))
                .put("personId", account.person())
                .put("state", account.state())
                .put("version", account.version())
                .put("changedAt", account.changedAt());
    }

    /** @param secret of a key that has just been made: it is in no later answer */
    static JsonObject of(ApiKey key, Optional<OpaqueSecret> secret) {
        return JsonObject.empty()
                .put("id", key.id())
                .put("accountId", key.account())
                .put("name", key.name())
                .put("scopes", key.scopes())
                .put("createdAt", key.createdAt())
                .put("expires", key.expiresAt())
                .put("lastUsedAt", key.lastUsedAt())
                .put("revokedAt", key.revokedAt())
                .put("key", secret.map(OpaqueSecret::text));
    }
}
