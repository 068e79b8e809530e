package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.notifications.notice.domain.Channel.EMAIL;
import static tranche.notifications.notice.domain.Channel.PORTAL;
import static tranche.notifications.notice.domain.Channel.WEBHOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

@DisplayName("A recipient's preferences")
class PreferencesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T23:30:00Z");
    private static final Set<Role> INVESTOR = Set.of(Role.INVESTOR);
    private static final Preferences NONE = Preferences.none(UUID.randomUUID());

    private static Wishes wishes(AlertType type, Digest digest, Channel... channels) {
        return new Wishes(
                Language.FR,
                ZoneId.of("Europe/Paris"),
                Optional.empty(),
                Map.of(type, new Choice(Set.of(channels), digest)));
    }

    private static Decision<PreferencesChanged> decide(Preferences preferences, Wishes wishes, Set<Role> roles) {
        return preferences.decide(new ChangePreferences(wishes, roles, OptionalLong.empty()), NOW);
    }

    private static Preferences after(Wishes wishes, Set<Role> roles) {
        var decision = (Decision.Accepted<PreferencesChanged>) decide(NONE, wishes, roles);
        return NONE.apply(decision.events().getFirst(), NOW);
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
        Preferences said = after(asInCatalogue, INVESTOR);

        assertThat(said.wishes().choices()).isEmpty();
        assertThat(decide(said, asInCatalogue, INVESTOR)).isEqualTo(Decision.accepted());
        assertThat(said.version().orElseThrow().effectiveDate()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void are_changed_only_as_they_were_seen() {
        ChangePreferences change =
                new ChangePreferences(wishes(AlertType.CC_03, Digest.NONE), INVESTOR, OptionalLong.of(1));

        assertThat(NONE.decide(change, NOW))
                .isEqualTo(Decision.refused(PreferenceRefusal.VERSION_CONFLICT, Map.of("version", 0L)));
        assertThat(after(wishes(AlertType.MS_05, Digest.NONE), INVESTOR).decide(change, NOW))
                .isEqualTo(Decision.refused(PreferenceRefusal.MANDATORY_TYPE, Map.of("types", List.of("CC-03"))));
    }
}
