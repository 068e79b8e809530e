package tranche.portal.founding;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.PasswordLinks;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.FirstAdminRows;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.world.ids.Ids;

/** The account that a deployment begins with, where it is no demo: there is no default password, but a link. */
@Singleton
public final class FirstAdmin {

    /** What the first administrator types to sign in. */
    public static final String USERNAME = "admin";

    private static final UUID ACCOUNT = Ids.ofCause("tranche:first-admin:account");
    private static final UUID PERSON = Ids.ofCause("tranche:first-admin:person");
    private static final UUID GRANT = Ids.ofCause("tranche:first-admin:grant");

    private final Founder founder;
    private final AccountStore store;
    private final PasswordLinks links;

    FirstAdmin(Founder founder, AccountStore store, PasswordLinks links) {
        this.founder = founder;
        this.store = store;
        this.links = links;
    }

    /**
     * The link with which the first administrator sets a password, made anew at each start until one has been set; earlier
     * ones no longer open anything. Whoever starts the deployment prints it.
     *
     * @return empty once the deployment has an administrator who can sign in
     */
    public Optional<PasswordLinks.Link> link() {
        Optional<UUID> first = store.in(FirstAdminRows::find);
        if (first.isEmpty()) {
            begin();
        }
        return links.make(first.orElse(ACCOUNT));
    }

    private void begin() {
        Username username = new Username(USERNAME);
        founder.found(List.of(new Founder.Wanted(ACCOUNT, PERSON, username, new Personal("Administrator"))));
        founder.endow(List.of(new Founder.Endowment(ACCOUNT, GRANT, new Grant(Role.ADMIN, Scope.DEPLOYMENT))));
        store.in(connection -> {
            FirstAdminRows.insert(connection, ACCOUNT);
            return ACCOUNT;
        });
    }
}
