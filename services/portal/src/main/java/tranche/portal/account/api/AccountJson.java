package tranche.portal.account.api;

import java.util.List;
import java.util.Optional;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Personal;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Accounts and keys as the API writes them: as JSON, and as lines of a file. */
final class AccountJson {

    /** Where accounts are. */
    static final String PATH = "/api/v1/accounts";

    /** Where keys are. */
    static final String KEYS = "/api/v1/api-keys";

    static final Table<Account> TABLE = new Table<>(
            "accounts",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.text("username", row -> Optional.of(row.username().value())),
                    Column.text("name", row -> Optional.of(row.name().value())),
                    Column.text("email", row -> row.email().map(Personal::value)),
                    Column.id("personId", row -> Optional.of(row.person())),
                    Column.code("state", Account::state),
                    Column.whole("version", row -> Optional.of(row.version())),
                    Column.instant("changedAt", row -> Optional.of(row.changedAt()))));

    static final Table<ApiKey> KEY_TABLE = new Table<>(
            "api-keys",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.id("accountId", row -> Optional.of(row.account())),
                    Column.text("name", row -> Optional.of(row.name())),
                    Column.text("scopes", row -> Optional.of(String.join(" ", row.scopes()))),
                    Column.instant("createdAt", row -> Optional.of(row.createdAt())),
                    Column.instant("expires", row -> Optional.of(row.expiresAt())),
                    Column.instant("lastUsedAt", ApiKey::lastUsedAt),
                    Column.instant("revokedAt", ApiKey::revokedAt),
                    Column.whole("version", row -> Optional.of(row.version()))));

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
                .put("version", key.version())
                .put("key", secret.map(OpaqueSecret::text));
    }
}
