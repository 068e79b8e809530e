package tranche.portal.founding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.ApiKeys;
import tranche.portal.account.Passwords;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.FirstAdminRows;
import tranche.portal.account.store.PasswordRows;
import tranche.portal.founding.domain.DemoAccount;
import tranche.portal.founding.store.DemoFile;
import tranche.portal.founding.store.DemoFile.Content;
import tranche.portal.founding.store.DemoFile.Entry;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** The accounts of a demo, made when it starts and written down for whoever tries it. They exist in a demo only. */
@Singleton
@Requires(property = "tranche.demo", value = "true")
public final class DemoAccounts {

    /** A demo that is kept running longer makes new keys at its next start. */
    private static final Duration KEY_LIFE = Duration.ofDays(365);

    /** 128 bits: the passwords are copied, not remembered. */
    private static final int PASSWORD_BYTES = 16;

    private final Founder founder;
    private final AccountStore store;
    private final Passwords passwords;
    private final ApiKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final DemoFile file;

    DemoAccounts(
            Founder founder,
            AccountStore store,
            Passwords passwords,
            ApiKeys keys,
            Ids ids,
            Clock clock,
            @Value("${tranche.data}") Path data) {
        this.founder = founder;
        this.store = store;
        this.passwords = passwords;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.file = new DemoFile(data);
    }

    /**
     * Sees to it that every demo account is there, can sign in, and stands in {@code demo-accounts.json}. What is there
     * already stays: a second start changes no password.
     *
     * @param kafka a login that may read the topics: {@code username}, {@code password}, {@code mechanism},
     *     {@code securityProtocol}; empty where there is none to tell
     */
    public void prepare(Map<String, String> kafka) {
        founder.found(DemoAccount.ALL.stream()
                .map(account -> new Founder.Wanted(
                        id(account), person(account), new Username(account.username()), new Personal(account.name())))
                .toList());
        founder.endow(DemoAccount.ALL.stream()
                .flatMap(account -> account.roles().stream()
                        .filter(role -> role != Role.INVESTOR)
                        .map(role -> new Founder.Endowment(
                                id(account), grant(account, role), new Grant(role, Scope.DEPLOYMENT))))
                .toList());
        store.in(connection -> {
            // Every role has somebody: a demo's grants need two persons from the start.
            FirstAdminRows.insert(connection, administrator());
            FirstAdminRows.endSteps(connection, clock.now());
            return administrator();
        });
        Content before = file.read();
        Map<String, Entry> entries = new LinkedHashMap<>();
        DemoAccount.ALL.forEach(account -> entries.put(
                account.username(),
                entry(account, Optional.ofNullable(before.accounts().get(account.username())))));
        file.write(new Content(entries, kafka.isEmpty() ? before.kafka() : kafka));
    }

    /** The keys with which programs call as the demo's accounts, by username. */
    public Map<String, String> apiKeys() {
        Map<String, String> known = new LinkedHashMap<>();
        file.read().accounts().forEach((username, entry) -> known.put(username, entry.apiKey()));
        return known;
    }

    /** Binds the demo's investor account to an investor, and writes down to which. */
    public void bindInvestor(UUID investor) {
        DemoAccount account = account("investor");
        UUID grant = Ids.ofCause("tranche:demo:grant:investor:" + investor);
        founder.endow(List.of(
                new Founder.Endowment(id(account), grant, new Grant(Role.INVESTOR, Scope.ofInvestor(investor)))));
        Content content = file.read();
        Map<String, Entry> entries = new LinkedHashMap<>(content.accounts());
        entries.computeIfPresent(
                account.username(),
                (_, entry) -> new Entry(entry.username(), entry.password(), entry.apiKey(), Optional.of(investor)));
        file.write(new Content(entries, content.kafka()));
    }

    /** The account of a username of the demo; empty where the demo has none such. */
    public static Optional<DemoAccount> find(String username) {
        return DemoAccount.ALL.stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }

    private Entry entry(DemoAccount account, Optional<Entry> before) {
        Optional<String> password = before.map(Entry::password).filter(known -> !known.isEmpty() && isSet(id(account)));
        Optional<String> key = before.map(Entry::apiKey).filter(this::opens);
        return new Entry(
                account.username(),
                password.orElseGet(() -> newPassword(id(account))),
                key.orElseGet(() -> newKey(id(account))),
                before.flatMap(Entry::investorId));
    }

    private boolean isSet(UUID account) {
        return store.in(connection -> PasswordRows.isSet(connection, account));
    }

    private boolean opens(String key) {
        return !key.isEmpty() && keys.recognise(new OpaqueSecret(key)).isPresent();
    }

    private String newPassword(UUID account) {
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(PASSWORD_BYTES));
        String hash = passwords.hashRandom(password);
        store.in(connection -> {
            PasswordRows.put(connection, account, hash, clock.now());
            return account;
        });
        return password;
    }

    private String newKey(UUID account) {
        Instant end = clock.now().plus(KEY_LIFE);
        return keys.make(account, "demo", ApiKey.SCOPES, end, Optional.empty())
                .flatMap(ApiKeys.Made::secret)
                .orElseThrow()
                .text();
    }

    /** The account's id, the same in every demo (rule D-5). */
    public static UUID id(DemoAccount account) {
        return Ids.ofCause("tranche:demo:account:" + account.username());
    }

    /** The person behind it; no two demo accounts are one person's. */
    private static UUID person(DemoAccount account) {
        return Ids.ofCause("tranche:demo:person:" + account.username());
    }

    private static UUID grant(DemoAccount account, Role role) {
        return Ids.ofCause("tranche:demo:grant:" + account.username() + ":" + role.code());
    }

    private static UUID administrator() {
        return id(account("admin"));
    }

    private static DemoAccount account(String username) {
        return find(username).orElseThrow(() -> new IllegalStateException("the demo has no " + username));
    }
}
