package tranche.notifications.recipient.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.address.domain.AddressState;
import tranche.notifications.recipient.domain.RecipientCommand.AddressChange;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/** What becomes of a recipient's address. */
class RecipientFileTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LINK_ENDS = NOW.plus(Duration.ofDays(2));
    private static final UUID ZOE = UUID.randomUUID();
    private static final UUID FUND = UUID.randomUUID();
    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final Actor OWN = new Actor(ZOE, UUID.randomUUID(), Access.NONE);

    private static Actor manager(Scope scope) {
        return new Actor(
                UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(Role.FUND_MANAGER, scope))));
    }

    private static RecipientFile nobody(Role... roles) {
        return new RecipientFile(
                Optional.empty(),
                List.of(roles).stream()
                        .map(role -> new Grant(role, Scope.ofFund(PROGRAMME, FUND)))
                        .toList());
    }

    private static RecipientCommand.Describe describe(Actor by, AddressChange address) {
        return new RecipientCommand.Describe(
                ZOE,
                false,
                new Profile.Changes(Optional.of(new Sealed("x")), Optional.of(Locale.FRENCH), Optional.empty()),
                address,
                by,
                OptionalLong.empty());
    }

    private static AddressChange asked(String mark, String hash) {
        return new AddressChange.Named(
                new Address.Given(
                        new Sealed("sealed"),
                        mark,
                        Optional.of(new Address.Link(hash, new Sealed("token"), LINK_ENDS))),
                Optional.empty());
    }

    private static AddressChange vouched(String mark) {
        return new AddressChange.Named(
                new Address.Given(new Sealed("sealed"), mark, Optional.empty()), Optional.of(new Sealed("papers")));
    }

    private static List<RecipientEvent> events(Decision<RecipientEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<RecipientEvent>(List<RecipientEvent> events) -> events;
            case Decision.Refused<RecipientEvent> refused -> throw new AssertionError(refused);
        };
    }

    private static Object refusal(Decision<RecipientEvent> decision) {
        return ((Decision.Refused<RecipientEvent>) decision).refusal();
    }

    private static RecipientFile after(RecipientFile file, RecipientCommand command, Instant at) {
        RecipientFile after = file;
        for (RecipientEvent event : events(file.decide(command, at))) {
            after = after.apply(event, at);
        }
        return after;
    }

    private static AddressState state(RecipientFile file) {
        return file.one().address().orElseThrow().state();
    }

    @Test
    void whoever_describes_oneself_becomes_a_recipient_who_is_not_mailed_before_the_address_is_confirmed() {
        RecipientFile file = after(nobody(), describe(OWN, asked("mark", "hash")), NOW);

        assertThat(file.one().profile().language()).isEqualTo(Locale.FRENCH);
        assertThat(file.one().version().number()).isEqualTo(3);
        assertThat(state(file)).isEqualTo(AddressState.UNVERIFIED);
        assertThat(file.one().address().orElseThrow().takesMail()).isFalse();
    }

    @Test
    @DisplayName(
            "R11: who manages one of a person's parts alone neither changes nor vouches for the one address of all")
    void a_manager_of_one_part_does_not_take_the_mail_of_the_others() {
        Scope another = Scope.ofFund(PROGRAMME, UUID.randomUUID());
        RecipientFile zoe = after(nobody(Role.INVESTOR), describe(OWN, asked("mark", "hash")), NOW);
        RecipientFile ofTwo = new RecipientFile(
                Optional.of(zoe.one()),
                List.of(new Grant(Role.INVESTOR, Scope.ofFund(PROGRAMME, FUND)), new Grant(Role.INVESTOR, another)));
        Actor ofOne = manager(another);

        assertThat(ofTwo.isOpenTo(ofOne, ZOE)).isTrue();
        assertThat(refusal(ofTwo.decide(describe(ofOne, vouched("other")), NOW)))
                .isEqualTo(RecipientRefusal.FORBIDDEN);
        assertThat(refusal(ofTwo.decide(describe(ofOne, asked("other", "hash")), NOW)))
                .isEqualTo(RecipientRefusal.FORBIDDEN);
        assertThat(events(ofTwo.decide(describe(manager(Scope.DEPLOYMENT), vouched("other")), NOW)))
                .isNotEmpty();
    }

    @Test
    void is_described_for_the_first_time_by_the_first_name_and_by_nothing_that_is_said_before_or_after_it() {
        RecipientFile file = after(nobody(Role.INVESTOR), new RecipientCommand.Register(ZOE), NOW);
        var language = new RecipientCommand.Describe(
                ZOE,
                false,
                new Profile.Changes(Optional.empty(), Optional.of(Locale.FRENCH), Optional.empty()),
                new AddressChange.None(),
                OWN,
                OptionalLong.empty());
        RecipientFile inFrench = after(file, language, NOW);
        RecipientFile named = after(inFrench, describe(OWN, new AddressChange.None()), NOW);

        assertThat(isFirst(file, language)).isFalse();
        assertThat(isFirst(inFrench, language)).isFalse();
        assertThat(isFirst(inFrench, describe(OWN, new AddressChange.None()))).isTrue();
        assertThat(isFirst(named, describe(OWN, new AddressChange.None()))).isFalse();
    }

    private static boolean isFirst(RecipientFile file, RecipientCommand command) {
        return events(file.decide(command, NOW)).stream()
                .anyMatch(event -> event instanceof RecipientEvent.Described described && described.first());
    }

    @Test
    void a_link_confirms_once_and_until_its_end() {
        RecipientFile asked = after(nobody(), describe(OWN, asked("mark", "hash")), NOW);
        var confirm = new RecipientCommand.Confirm(ZOE, "hash");

        assertThat(refusal(asked.decide(new RecipientCommand.Confirm(ZOE, "other"), NOW)))
                .isEqualTo(RecipientRefusal.LINK_GONE);
        assertThat(refusal(asked.decide(confirm, LINK_ENDS))).isEqualTo(RecipientRefusal.LINK_GONE);
        RecipientFile confirmed = after(asked, confirm, LINK_ENDS.minusSeconds(1));
        assertThat(state(confirmed)).isEqualTo(AddressState.VERIFIED);
        assertThat(refusal(confirmed.decide(confirm, NOW))).isEqualTo(RecipientRefusal.LINK_GONE);
    }

    @Test
    void the_same_address_is_asked_again_after_a_quarter_of_an_hour_and_another_at_once() {
        RecipientFile asked = after(nobody(), describe(OWN, asked("mark", "hash")), NOW);
        Instant later = NOW.plus(RecipientFile.BETWEEN_LINKS);

        assertThat(events(asked.decide(describe(OWN, asked("mark", "new")), later.minusSeconds(1))))
                .noneMatch(RecipientEvent.AddressGiven.class::isInstance);
        assertThat(events(asked.decide(describe(OWN, asked("mark", "new")), later)))
                .anyMatch(RecipientEvent.AddressGiven.class::isInstance);
        assertThat(events(asked.decide(describe(OWN, asked("another", "new")), NOW)))
                .anyMatch(RecipientEvent.AddressGiven.class::isInstance);
    }

    private static RecipientFile askedAt(Instant... times) {
        return new RecipientFile(Optional.empty(), List.of(), new Askings(List.of(times), Map.of(), Map.of()));
    }

    private static RecipientFile askedBefore(String mark, int beside, Instant... times) {
        return new RecipientFile(
                Optional.empty(),
                List.of(),
                new Askings(List.of(), Map.of(mark, List.of(times)), Map.of(mark, beside)));
    }

    @Test
    @DisplayName(
            "a recipient has three addresses asked in an hour, also by giving them in turn, and others stay as they are")
    void a_fourth_address_within_an_hour_is_refused() {
        RecipientFile file = nobody();
        for (String mark : List.of("victim", "other", "victim")) {
            file = after(file, describe(OWN, asked(mark, "hash")), NOW);
        }
        Instant hour = NOW.plus(Duration.ofHours(1));

        assertThat(refusal(file.decide(describe(OWN, asked("other", "hash")), hour.minusSeconds(1))))
                .isEqualTo(RecipientRefusal.TOO_MANY_ADDRESSES);
        assertThat(events(file.decide(describe(OWN, asked("other", "hash")), hour)))
                .isNotEmpty();
        assertThat(events(file.decide(describe(OWN, asked("victim", "hash")), NOW)))
                .as("the one that it has is not asked again so soon")
                .noneMatch(RecipientEvent.AddressGiven.class::isInstance);
        RecipientFile watched = new RecipientFile(
                file.recipient(), List.of(new Grant(Role.APPROVER, Scope.ofFund(PROGRAMME, FUND))), file.asked());
        assertThat(events(watched.decide(describe(manager(Scope.DEPLOYMENT), vouched("other")), NOW)))
                .as("nobody is mailed where a manager vouches")
                .isNotEmpty();
        assertThat(events(askedAt(NOW.minusSeconds(3600), NOW, NOW).decide(describe(OWN, asked("a", "hash")), NOW)))
                .isNotEmpty();
    }

    @Test
    @DisplayName("an address is asked three times in a day, whoever gives it; those who ask it beside count too")
    void an_address_is_not_asked_a_fourth_time_within_a_day() {
        Instant day = NOW.plus(Duration.ofDays(1));
        RecipientFile often = askedBefore("victim", 0, NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));

        assertThat(refusal(often.decide(describe(OWN, asked("victim", "hash")), day.minusSeconds(1))))
                .isEqualTo(RecipientRefusal.TOO_MANY_ADDRESSES);
        assertThat(events(often.decide(describe(OWN, asked("victim", "hash")), day)))
                .isNotEmpty();
        assertThat(events(often.decide(describe(OWN, asked("another", "hash")), NOW)))
                .isNotEmpty();
        assertThat(events(askedBefore("victim", 1, NOW).decide(describe(OWN, asked("victim", "hash")), NOW)))
                .isNotEmpty();
        assertThat(refusal(askedBefore("victim", 2, NOW).decide(describe(OWN, asked("victim", "hash")), NOW)))
                .isEqualTo(RecipientRefusal.TOO_MANY_ADDRESSES);
    }

    @Test
    void only_the_manager_of_something_in_which_the_recipient_has_a_part_vouches_for_an_address() {
        RecipientFile file = after(nobody(Role.APPROVER), new RecipientCommand.Register(ZOE), NOW);

        assertThat(refusal(file.decide(describe(OWN, vouched("mark")), NOW))).isEqualTo(RecipientRefusal.FORBIDDEN);
        assertThat(refusal(file.decide(describe(manager(Scope.ofProgramme(UUID.randomUUID())), vouched("mark")), NOW)))
                .isEqualTo(RecipientRefusal.NOT_FOUND);
        RecipientFile vouched = after(file, describe(manager(Scope.ofProgramme(PROGRAMME)), vouched("mark")), NOW);
        assertThat(state(vouched)).isEqualTo(AddressState.VERIFIED);
    }

    @Test
    @DisplayName("§2.8: bouncing at the first and second hard bounce, suppressed at the third, anew with a new address")
    void an_address_is_given_up_at_the_third_hard_bounce() {
        RecipientFile file = after(nobody(Role.APPROVER), new RecipientCommand.Register(ZOE), NOW);
        RecipientFile known = after(file, describe(manager(Scope.DEPLOYMENT), vouched("mark")), NOW);
        var bounce = new RecipientCommand.Bounce(ZOE);

        RecipientFile once = after(known, bounce, NOW);
        RecipientFile twice = after(once, bounce, NOW);
        RecipientFile thrice = after(twice, bounce, NOW);

        assertThat(state(once)).isEqualTo(AddressState.BOUNCING);
        assertThat(twice.one().address().orElseThrow().takesMail()).isTrue();
        assertThat(state(thrice)).isEqualTo(AddressState.SUPPRESSED);
        assertThat(events(thrice.decide(bounce, NOW))).isEmpty();
        assertThat(state(after(thrice, describe(OWN, asked("new", "hash")), NOW)))
                .isEqualTo(AddressState.UNVERIFIED);
    }
}
