package tranche.notifications.recipient.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.address.domain.AddressState;
import tranche.notifications.recipient.domain.RecipientCommand.AddressChange;
import tranche.notifications.recipient.domain.RecipientCommand.Bounce;
import tranche.notifications.recipient.domain.RecipientCommand.Confirm;
import tranche.notifications.recipient.domain.RecipientCommand.Describe;
import tranche.notifications.recipient.domain.RecipientCommand.Register;
import tranche.notifications.recipient.domain.RecipientEvent.AddressBounced;
import tranche.notifications.recipient.domain.RecipientEvent.AddressCleared;
import tranche.notifications.recipient.domain.RecipientEvent.AddressGiven;
import tranche.notifications.recipient.domain.RecipientEvent.AddressSuppressed;
import tranche.notifications.recipient.domain.RecipientEvent.AddressVerified;
import tranche.notifications.recipient.domain.RecipientEvent.Described;
import tranche.notifications.recipient.domain.RecipientEvent.Registered;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/**
 * A recipient, or nobody yet, and what decides who may say something of it.
 *
 * @param held grants that the recipient holds
 * @param asked which addresses were asked lately
 */
public record RecipientFile(Optional<Recipient> recipient, List<Grant> held, Askings asked) {

    /** An address that is given again is written to again only after this: nobody fills another's mailbox so. */
    public static final Duration BETWEEN_LINKS = Duration.ofMinutes(15);

    public RecipientFile {
        held = List.copyOf(held);
    }

    /** One of whom no address was asked. */
    public RecipientFile(Optional<Recipient> recipient, List<Grant> held) {
        this(recipient, held, Askings.NONE);
    }

    public Decision<RecipientEvent> decide(RecipientCommand command, Instant now) {
        return switch (command) {
            case Register register -> recipient.isPresent() ? accepted() : accepted(registered(register, now));
            case Describe describe ->
                gate(describe).or(() -> tooMany(describe, now)).orElseGet(() -> accepted(told(describe, now)));
            case Confirm confirm -> confirmed(confirm, now);
            case Bounce bounce -> bounced(bounce, now);
        };
    }

    /** Whether somebody sees a recipient: oneself, and the manager of something in which it has a part. */
    public boolean isOpenTo(Actor by, UUID id) {
        return by.account().equals(id) || isManagedBy(by);
    }

    private boolean isManagedBy(Actor by) {
        return held.stream().anyMatch(grant -> by.access().holds(Role.FUND_MANAGER, grant.scope()));
    }

    /**
     * Whether somebody may say where a recipient is told: there is one address for all of its parts, so that who manages one
     * of them alone would be sent what belongs to the others.
     */
    private boolean isWhollyManagedBy(Actor by) {
        return !held.isEmpty() && held.stream().allMatch(grant -> by.access().holds(Role.FUND_MANAGER, grant.scope()));
    }

    /** Why nothing may be said of the recipient, whatever the time; empty where something may. */
    public Optional<Decision<RecipientEvent>> gate(Describe command) {
        boolean isOneself = command.by().account().equals(command.recipient());
        if (!isOpenTo(command.by(), command.recipient()) || (recipient.isEmpty() && !isOneself)) {
            return Optional.of(
                    command.isNamed()
                            ? refused(RecipientRefusal.UNKNOWN_REFERENCE, Map.of("field", "accountId"))
                            : refused(RecipientRefusal.NOT_FOUND));
        }
        if ((!isOneself || isVouchedFor(command.address())) && !isWhollyManagedBy(command.by())) {
            return Optional.of(refused(RecipientRefusal.FORBIDDEN));
        }
        Optional<Version> version = recipient.map(Recipient::version);
        if (version.filter(known -> known.conflictsWith(command.ifMatch())).isPresent()) {
            return Optional.of(refused(
                    RecipientRefusal.VERSION_CONFLICT,
                    Map.of("version", version.get().number())));
        }
        return Optional.empty();
    }

    /** An address that would be asked by mail is refused where that was done too often. */
    private Optional<Decision<RecipientEvent>> tooMany(Describe command, Instant now) {
        return told(command, now).stream()
                .filter(RecipientFile::isAsked)
                .map(AddressGiven.class::cast)
                .findFirst()
                .flatMap(given -> asked.againAt(given.address().mark(), now))
                .map(again -> refused(
                        RecipientRefusal.TOO_MANY_ADDRESSES,
                        Map.of("retryAfterSeconds", Duration.between(now, again).toSeconds() + 1)));
    }

    /** Whether an event has an address asked by mail whose it is. */
    public static boolean isAsked(RecipientEvent event) {
        return event instanceof AddressGiven given && given.address().link().isPresent();
    }

    private static boolean isVouchedFor(AddressChange change) {
        return change instanceof AddressChange.Named named && named.vouchedFor().isPresent();
    }

    private static RecipientEvent registered(RecipientCommand command, Instant now) {
        return new Registered(command.recipient(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private List<RecipientEvent> told(Describe command, Instant now) {
        List<RecipientEvent> events = new ArrayList<>();
        LocalDate today = today(now);
        if (recipient.isEmpty()) {
            events.add(registered(command, now));
        }
        if (!command.changes().none()) {
            // Before a name is said, a change of the language is one of many.
            boolean first = command.changes().displayName().isPresent()
                    && recipient.flatMap(one -> one.profile().displayName()).isEmpty();
            events.add(new Described(command.recipient(), first, command.changes(), today));
        }
        switch (command.address()) {
            case AddressChange.None() -> {}
            case AddressChange.Cleared() -> {
                if (address().isPresent()) {
                    events.add(new AddressCleared(command.recipient(), today));
                }
            }
            case AddressChange.Named named -> events.addAll(named(command.recipient(), named, now));
        }
        return events;
    }

    private List<RecipientEvent> named(UUID id, AddressChange.Named named, Instant now) {
        Optional<Address> same =
                address().filter(known -> known.mark().equals(named.given().mark()));
        boolean isGivenAnew = same.isEmpty()
                || (!same.get().takesMail()
                        && !same.get().since().plus(BETWEEN_LINKS).isAfter(now));
        List<RecipientEvent> events = new ArrayList<>();
        if (isGivenAnew) {
            events.add(new AddressGiven(id, named.given(), today(now)));
        }
        if (named.vouchedFor().isPresent()
                && (isGivenAnew || !same.orElseThrow().takesMail())) {
            events.add(new AddressVerified(id, named.vouchedFor(), today(now)));
        }
        return events;
    }

    private Decision<RecipientEvent> confirmed(Confirm command, Instant now) {
        boolean holds = address()
                .flatMap(Address::link)
                .filter(link ->
                        link.hash().equals(command.hash()) && link.until().isAfter(now))
                .isPresent();
        return holds
                ? accepted(new AddressVerified(command.recipient(), Optional.empty(), today(now)))
                : refused(RecipientRefusal.LINK_GONE);
    }

    private Decision<RecipientEvent> bounced(Bounce command, Instant now) {
        Optional<Address> hit = address().filter(Address::takesMail);
        if (hit.isEmpty()) {
            return accepted();
        }
        return hit.get().hardBounces() + 1 >= Address.MOST_HARD_BOUNCES
                ? accepted(new AddressSuppressed(command.recipient(), today(now)))
                : accepted(new AddressBounced(command.recipient(), today(now)));
    }

    /** The roles that it holds: they say what is mandatory for it. */
    public List<Role> roles() {
        return held.stream().map(Grant::role).toList();
    }

    private Optional<Address> address() {
        return recipient.flatMap(Recipient::address);
    }

    private LocalDate today(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return recipient
                .map(one -> one.version().dateOfNext(Optional.empty(), today))
                .orElse(today);
    }

    public RecipientFile apply(RecipientEvent event, Instant at) {
        Askings more = event instanceof AddressGiven given && isAsked(event)
                ? asked.with(given.address().mark(), at)
                : asked;
        return new RecipientFile(Optional.of(after(event, at)), held, more);
    }

    private Recipient after(RecipientEvent event, Instant at) {
        return switch (event) {
            case Registered(UUID id, LocalDate date) ->
                new Recipient(id, Profile.UNKNOWN, Optional.empty(), Version.first(date, at));
            case Described described -> next(event, at).with(one().profile().with(described.changes()));
            case AddressGiven given -> next(event, at).with(Optional.of(Address.given(given.address(), at)));
            case AddressCleared _ -> next(event, at).with(Optional.empty());
            case AddressVerified _ -> next(event, at).with(address().map(known -> known.verified(at)));
            case AddressBounced _ -> next(event, at).with(address().map(known -> known.bounced(AddressState.BOUNCING)));
            case AddressSuppressed _ ->
                next(event, at).with(address().map(known -> known.bounced(AddressState.SUPPRESSED)));
        };
    }

    private Recipient next(RecipientEvent event, Instant at) {
        return one().at(one().version().next(event.effectiveDate(), at));
    }

    /** The recipient, which is there after any event. */
    public Recipient one() {
        return Objects.requireNonNull(recipient.orElse(null), "a recipient that was decided upon");
    }
}
