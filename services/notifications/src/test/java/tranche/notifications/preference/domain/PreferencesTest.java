package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.notifications.notice.domain.Channel.EMAIL;
import static tranche.notifications.notice.domain.Channel.PORTAL;
import static tranche.notifications.notice.domain.Channel.WEBHOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.notifications.recipient.domain.RecipientRefusal;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

@DisplayName("A recipient's preferences")
class PreferencesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T23:30:00Z");
    private static final Set<Role> INVESTOR = Set.of(Role.INVESTOR);
    private static final Preferences NONE = Preferences.none(UUID.randomUUID());

    private static Wishes wishes(AlertType type, Digest digest, Channel... channels) {
        return new Wishes(Optional.empty(), Map.of(type, new Choice(Set.of(channels), digest)));
    }

    private static Decision<PreferenceEvent> decide(Preferences preferences, Wishes wishes, Set<Role> roles) {
        return preferences.change(wishes, roles, NOW);
    }

    private static Preferences after(Wishes wishes, Set<Role> roles) {
        var decision = (Decision.Accepted<PreferenceEvent>) decide(NONE, wishes, roles);
        return NONE.apply((PreferenceEvent.Changed) decision.events().getFirst(), NOW);
    }

    @Test
    @DisplayName("N-2: what is mandatory is not muted, and of everything else nothing need be left on")
    void what_is_mandatory_is_not_muted() {
        Wishes mutesACall = wishes(AlertType.CC_03, Digest.NONE);
        Wishes mutesARevocation = wishes(AlertType.MS_08, Digest.NONE);

        assertThat(decide(NONE, mutesACall, INVESTOR))
                .isEqualTo(Decision.refused(PreferenceRefusal.MANDATORY_TYPE, Map.of("types", List.of("CC-03"))));
        assertThat(decide(NONE, mutesACall, Set.of(Role.AUDITOR))).isInstanceOf(Decision.Accepted.class);
        assertThat(decide(NONE, mutesARevocation, Set.of(Role.STAKEHOLDER))).isInstanceOf(Decision.Accepted.class);
        assertThat(decide(NONE, mutesARevocation, Set.of(Role.STAKEHOLDER, Role.AUDITOR)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(decide(NONE, wishes(AlertType.MS_05, Digest.NONE), INVESTOR)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @DisplayName("N-2: of what is mandatory the inbox stays, it comes at once, and how else is the recipient's choice")
    void the_inbox_stays_where_it_is_mandatory() {
        Preferences said = after(wishes(AlertType.CC_03, Digest.DAILY, EMAIL), INVESTOR);

        assertThat(said.wishes().choice(AlertType.CC_03, INVESTOR))
                .isEqualTo(new Choice(Set.of(PORTAL, EMAIL), Digest.NONE));
    }

    @Test
    void what_was_muted_is_told_all_the_same_once_it_becomes_mandatory() {
        Preferences said = after(wishes(AlertType.MS_07, Digest.DAILY), Set.of(Role.STAKEHOLDER));

        assertThat(said.wishes()
                        .choice(AlertType.MS_07, Set.of(Role.STAKEHOLDER))
                        .channels())
                .isEmpty();
        assertThat(said.wishes().choice(AlertType.MS_07, INVESTOR))
                .isEqualTo(new Choice(Set.of(PORTAL, EMAIL, WEBHOOK), Digest.NONE));
    }

    @Test
    void a_way_that_the_catalogue_does_not_have_is_none() {
        Preferences said = after(wishes(AlertType.MS_02, Digest.NONE, PORTAL, WEBHOOK), Set.of(Role.VERIFIER));

        assertThat(said.wishes().choice(AlertType.MS_02, Set.of(Role.VERIFIER)).channels())
                .containsExactly(PORTAL);
    }

    @Test
    void what_would_be_so_anyway_is_not_kept_and_what_is_said_twice_changes_nothing() {
        Wishes asInCatalogue = wishes(AlertType.MS_03, Digest.NONE, PORTAL, EMAIL, WEBHOOK);
        Wishes daily = wishes(AlertType.MS_03, Digest.DAILY, PORTAL);
        Preferences said = after(daily, INVESTOR);

        assertThat(decide(NONE, asInCatalogue, INVESTOR)).isEqualTo(Decision.accepted());
        assertThat(decide(said, daily, INVESTOR)).isEqualTo(Decision.accepted());
        assertThat(decide(said, asInCatalogue, INVESTOR))
                .isEqualTo(Decision.accepted(new PreferenceEvent.Changed(Wishes.NONE, LocalDate.of(2026, 3, 31))));
        assertThat(said.version().orElseThrow().effectiveDate()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    private static PreferenceFile file(Role... roles) {
        RecipientFile nobody = new RecipientFile(
                Optional.empty(),
                Stream.of(roles).map(role -> new Grant(role, Scope.DEPLOYMENT)).toList());
        return new PreferenceFile(
                nobody.apply(new RecipientEvent.Registered(NONE.recipient(), LocalDate.of(2026, 3, 31)), NOW), NONE);
    }

    private static PreferenceCommand.Change change(Locale language, String zone, Wishes wishes, OptionalLong seen) {
        return new PreferenceCommand.Change(
                NONE.recipient(),
                language,
                ZoneId.of(zone),
                wishes,
                INVESTOR,
                new Actor(NONE.recipient(), UUID.randomUUID(), Access.NONE),
                seen);
    }

    private static PreferenceFile after(PreferenceFile file, PreferenceCommand command) {
        PreferenceFile after = file;
        for (PreferenceEvent event : ((Decision.Accepted<PreferenceEvent>) file.decide(command, NOW)).events()) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    @Test
    void are_changed_only_as_they_were_seen_with_language_and_zone() {
        PreferenceFile registered = file(Role.INVESTOR);
        PreferenceFile french =
                after(registered, change(Locale.FRENCH, "UTC", Wishes.NONE, OptionalLong.of(registered.number())));
        Wishes mutesACall = wishes(AlertType.CC_03, Digest.NONE);

        assertThat(french.preferences()).isEqualTo(NONE);
        assertThat(french.decide(change(Locale.FRENCH, "UTC", mutesACall, OptionalLong.of(1)), NOW))
                .isEqualTo(Decision.refused(PreferenceRefusal.VERSION_CONFLICT, Map.of("version", 2L)));
        assertThat(french.decide(change(Locale.FRENCH, "UTC", mutesACall, OptionalLong.of(2)), NOW))
                .isEqualTo(Decision.refused(PreferenceRefusal.MANDATORY_TYPE, Map.of("types", List.of("CC-03"))));
        assertThat(french.decide(change(Locale.FRENCH, "UTC", Wishes.NONE, OptionalLong.of(2)), NOW))
                .isEqualTo(Decision.accepted());
    }

    @Test
    @DisplayName("what is said of language and zone is told as the recipient's, what is wanted as the preferences'")
    void each_part_has_its_own_events() {
        PreferenceFile both = after(
                file(Role.INVESTOR),
                change(
                        Locale.FRENCH,
                        "Europe/Paris",
                        wishes(AlertType.MS_05, Digest.DAILY, EMAIL),
                        OptionalLong.empty()));

        assertThat(both.profile().language()).isEqualTo(Locale.FRENCH);
        assertThat(both.profile().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(both.recipient().one().version().number()).isEqualTo(2);
        assertThat(both.preferences().number()).isEqualTo(1);
    }

    @Test
    @DisplayName("N-2: mail of a type is turned off once, all else stays, and what is mandatory is not turned off so")
    void mail_of_a_mandatory_type_is_not_turned_off() {
        var stop = new PreferenceCommand.StopMail(NONE.recipient(), Set.of(AlertType.CC_03));
        PreferenceFile without = after(file(Role.APPROVER), stop);

        assertThat(file(Role.INVESTOR).decide(stop, NOW)).isEqualTo(Decision.refused(RecipientRefusal.LINK_GONE));
        assertThat(without.preferences().wishes().choices())
                .isEqualTo(Map.of(AlertType.CC_03, new Choice(Set.of(PORTAL, WEBHOOK), Digest.NONE)));
        assertThat(without.decide(stop, NOW)).isEqualTo(Decision.accepted());
    }
}
