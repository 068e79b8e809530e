package tranche.portal.account.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tranche.flow.writer.Renderer;
import tranche.portal.account.AccountCommands;
import tranche.portal.account.PasswordLinks;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.AccountBook;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountCommand.Create;
import tranche.portal.account.domain.AccountCommand.Disable;
import tranche.portal.account.domain.AccountCommand.LinkPerson;
import tranche.portal.account.domain.AccountEvent;
import tranche.portal.account.domain.AccountGate;
import tranche.portal.account.domain.AccountRefusal;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.Sight;
import tranche.portal.account.store.StandingRows;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.ids.Ids;

/** Accounts: administrators make, shut and link them; everybody reads the own one, and some those where they have to do with accounts. */
@Controller(AccountJson.PATH)
final class AccountController {

    private static final int LONGEST_NAME = 200;

    /** Enough to tell an address from a slip of the pen; whether it exists only a mail can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+");

    private static final int LONGEST_EMAIL = 254;

    private final AccountCommands accounts;
    private final AccountStore store;
    private final PasswordLinks links;
    private final Commands commands;
    private final Ids ids;

    AccountController(AccountCommands accounts, AccountStore store, PasswordLinks links, Commands commands, Ids ids) {
        this.accounts = accounts;
        this.store = store;
        this.links = links;
        this.commands = commands;
        this.ids = ids;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        Sight sight = Sight.of(caller.actor());
        List<Account> rows = store.in(connection -> AccountViews.list(connection, sight, after, limit + 1));
        var page = query.page(rows, limit, account -> List.of(account.id().toString()));
        return Lists.answer(request, page, AccountJson::of, AccountJson.TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(String id, Caller caller) {
        Account account = seen(id, caller);
        return Answers.read(account.version(), AccountJson.of(account));
    }

    /** Makes an account; the answer to {@code /invitation} is the link with which its holder sets a password. */
    @Post(consumes = MediaType.ALL)
    HttpResponse<byte[]> create(Write write, Caller caller) {
        Body body = write.body();
        String name = body.text("name", LONGEST_NAME);
        Optional<String> email = body.optionalParsed(
                "email",
                "invalid-email",
                text -> text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
                        ? Optional.of(text)
                        : Optional.empty());
        Optional<Username> chosen = body.optionalParsed("username", "invalid-username", Username::parse);
        Optional<Username> username =
                chosen.or(() -> email.flatMap(Username::parse)).or(() -> ofName(name));
        if (username.isEmpty() && !body.has("username") && !name.isEmpty()) {
            body.find("username", "required");
        }
        threshold(Optional.empty(), caller, gate -> gate.toMake(caller.actor())).check(body);
        UUID id = ids.next();
        Create create = new Create(
                id, ids.next(), username.orElseThrow(), new Personal(name), email.map(Personal::new), caller.actor());
        return run(
                write,
                caller,
                id,
                create,
                (after, _) -> Answers.created(
                        AccountJson.PATH + "/" + id, after.made().version(), AccountJson.of(after.made())));
    }

    @Post(value = "/{id}/disable", consumes = MediaType.ALL)
    HttpResponse<byte[]> disable(String id, Write write, Caller caller) {
        Account account = seen(id, caller);
        Body body = write.optionalBody();
        Disable disable = new Disable(write.ifMatch(), caller.actor());
        threshold(account, caller, gate -> gate.toShut(disable.by(), disable.ifMatch()))
                .check(body);
        return run(write, caller, account.id(), disable, AccountController::changed);
    }

    /** Says that two accounts are one person's: four eyes count them as one pair (D-1). */
    @Post(value = "/{id}/link-person", consumes = MediaType.ALL)
    HttpResponse<byte[]> linkPerson(String id, Write write, Caller caller) {
        Account account = seen(id, caller);
        Body body = write.body();
        LinkPerson link = new LinkPerson(body.uuid("otherAccountId"), write.ifMatch(), caller.actor());
        if (found(link.otherAccount(), caller).isEmpty()) {
            body.unknownReference("otherAccountId");
        }
        threshold(account, caller, gate -> gate.toLink(link.by(), link.ifMatch()))
                .check(body);
        return run(write, caller, account.id(), link, AccountController::changed);
    }

    /**
     * A one-time link with which the account's holder sets a first password; earlier ones no longer open anything. It is shown
     * this once and not kept, so the same request again gives another one.
     */
    @Post(value = "/{id}/invitation", consumes = MediaType.ALL)
    HttpResponse<byte[]> invitation(String id, Write write, Caller caller) {
        Account account = seen(id, caller);
        Body body = write.optionalBody();
        threshold(
                        account,
                        caller,
                        gate -> gate.toInvite(caller.actor(), write.ifMatch(), links.isPasswordSet(account.id())))
                .checkAlone(body);
        PasswordLinks.Link link = links.make(account.id()).orElseThrow(() -> Problem.of(AccountRefusal.PASSWORD_SET));
        return Answers.read(
                JsonObject.empty().put("url", link.address().toString()).put("expiresAt", link.expiresAt()));
    }

    private Threshold threshold(
            Account account, Caller caller, Function<AccountGate, Optional<Decision<AccountEvent>>> refusal) {
        return threshold(Optional.of(account), caller, refusal);
    }

    private Threshold threshold(
            Optional<Account> account, Caller caller, Function<AccountGate, Optional<Decision<AccountEvent>>> refusal) {
        return new Threshold(() -> refusal.apply(new AccountGate(account, standing(account, caller))));
    }

    private static tranche.flow.writer.Answer changed(AccountBook after, List<?> events) {
        return Answers.ok(after.made().version(), AccountJson.of(after.made()));
    }

    private Account seen(String id, Caller caller) {
        return Forms.uuid(id).flatMap(known -> found(known, caller)).orElseThrow(Problem::notFound);
    }

    private Optional<Account> found(UUID id, Caller caller) {
        return store.in(connection -> AccountViews.byId(connection, id))
                .filter(account -> standing(Optional.of(account), caller).sees(caller.actor(), account.asMaker()));
    }

    private Standing standing(Optional<Account> account, Caller caller) {
        return Standing.found(
                caller.actor(),
                store.in(connection -> StandingRows.places(
                        connection, account.stream().map(Account::id).toList())));
    }

    private HttpResponse<byte[]> run(
            Write write, Caller caller, UUID id, AccountCommand command, Renderer<AccountBook, AccountEvent> renderer) {
        return commands.run(write, caller, accounts::submit, id, AccountCommands.reads(command), command, renderer);
    }

    /** A name as a username: {@code Zoë O'Hara} is {@code zoë.o.hara}. */
    private static Optional<Username> ofName(String name) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", ".")
                .replaceAll("^\\.+|\\.+$", "");
        return Username.parse(words);
    }
}
