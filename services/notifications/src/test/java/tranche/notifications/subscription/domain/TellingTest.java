package tranche.notifications.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.notifications.notice.domain.Channel.EMAIL;
import static tranche.notifications.notice.domain.Channel.PORTAL;
import static tranche.notifications.notice.domain.Channel.WEBHOOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.Wishes;
import tranche.values.actor.Role;

@DisplayName("How somebody is told")
class TellingTest {

    private static final Instant NIGHT = Instant.parse("2026-11-23T22:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final QuietHours QUIET = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final QuietHours SHORT = new QuietHours(LocalTime.of(23, 0), LocalTime.of(4, 0));

    private static final SlipMails SLIPS = new SlipMails(Duration.ofSeconds(5));

    private static Wishes sleeping(Map<AlertType, Choice> choices) {
        return new Wishes(Optional.of(QUIET), choices);
    }

    private static Reached reached(AlertType type, Role... toldAs) {
        return reached(type, Optional.empty(), toldAs);
    }

    private static Reached reached(AlertType type, Optional<UUID> correlation, Role... toldAs) {
        return new Reached(
                UUID.randomUUID(), type, UUID.randomUUID(), correlation, UUID.randomUUID(), Set.of(toldAs), Set.of());
    }

    private static Content asked(Optional<QuietHours> quietHours, Channel... channels) {
        return new Content(new Range.Everything(), Set.of(), Set.of(channels), Optional.empty(), quietHours);
    }

    @Test
    @DisplayName("N-3: what can be muted waits for the end of the quiet hours, unless it is critical")
    void quiet_hours_hold_what_can_be_muted() {
        Told slip = Telling.of(
                reached(AlertType.MS_05, Role.STAKEHOLDER), sleeping(Map.of()), PARIS, List.of(), SLIPS, NIGHT);
        Told revoked = Telling.of(
                reached(AlertType.MS_08, Role.STAKEHOLDER), sleeping(Map.of()), PARIS, List.of(), SLIPS, NIGHT);

        assertThat(slip).isEqualTo(new Told(Set.of(PORTAL, EMAIL, WEBHOOK), MORNING));
        assertThat(revoked.sendAt()).isEqualTo(NIGHT);
    }

    @Test
    @DisplayName("N-2, N-3: what is mandatory goes at once, whatever was chosen before it was")
    void what_is_mandatory_goes_at_once() {
        Wishes mutes = sleeping(Map.of(AlertType.CC_03, new Choice(Set.of(), Digest.WEEKLY)));

        assertThat(Telling.of(reached(AlertType.CC_03, Role.INVESTOR), mutes, PARIS, List.of(), SLIPS, NIGHT))
                .isEqualTo(new Told(Set.of(PORTAL, EMAIL, WEBHOOK), NIGHT));
    }

    @Test
    void what_is_muted_is_told_in_no_way_though_it_was_asked_for() {
        Wishes mutes = sleeping(Map.of(AlertType.MS_05, new Choice(Set.of(), Digest.NONE)));
        Content all = asked(Optional.empty(), PORTAL, EMAIL, WEBHOOK);

        assertThat(Telling.of(reached(AlertType.MS_05, Role.STAKEHOLDER), mutes, PARIS, List.of(all), SLIPS, NIGHT)
                        .channels())
                .isEmpty();
    }

    @Test
    void what_was_only_asked_for_is_told_in_the_ways_that_were_asked_for() {
        Reached asked = reached(AlertType.CC_03);
        Content inPortal = asked(Optional.empty(), PORTAL);
        Content byMail = asked(Optional.of(SHORT), EMAIL);

        assertThat(Telling.of(asked, sleeping(Map.of()), PARIS, List.of(inPortal), SLIPS, NIGHT))
                .isEqualTo(new Told(Set.of(PORTAL), MORNING));
        assertThat(Telling.of(asked, sleeping(Map.of()), PARIS, List.of(inPortal, byMail), SLIPS, NIGHT))
                .isEqualTo(new Told(Set.of(PORTAL, EMAIL), Instant.parse("2026-11-24T03:00:00Z")));
        assertThat(Telling.of(
                                reached(AlertType.CC_01),
                                sleeping(Map.of()),
                                PARIS,
                                List.of(asked(Optional.empty(), WEBHOOK)),
                                SLIPS,
                                NIGHT)
                        .channels())
                .isEmpty();
    }

    @Test
    @DisplayName("N-5: what is wanted daily goes in the morning, and where that is quiet, after it")
    void a_digest_waits_for_its_time() {
        Wishes daily = sleeping(Map.of(AlertType.MS_05, new Choice(Set.of(EMAIL), Digest.DAILY)));

        assertThat(Telling.of(reached(AlertType.MS_05, Role.STAKEHOLDER), daily, PARIS, List.of(), SLIPS, NIGHT))
                .isEqualTo(new Told(
                        Set.of(EMAIL),
                        MORNING,
                        List.of(
                                new Slot("DAILY 2026-11-24", Instant.parse("2026-11-24T07:00:00Z")),
                                new Slot("DAILY 2026-11-25", Instant.parse("2026-11-25T07:00:00Z")))));
    }

    @Test
    @DisplayName("N-5: what is wanted hourly and falls into the night comes as one in the morning")
    void the_hours_of_a_night_are_told_together() {
        Wishes hourly = sleeping(Map.of(AlertType.MS_05, new Choice(Set.of(EMAIL), Digest.HOURLY)));
        Reached slip = reached(AlertType.MS_05, Role.STAKEHOLDER);
        List<Slot> evening =
                Telling.of(slip, hourly, PARIS, List.of(), SLIPS, NIGHT).digests();
        List<Slot> night = Telling.of(slip, hourly, PARIS, List.of(), SLIPS, NIGHT.plusSeconds(5 * 3600))
                .digests();

        assertThat(evening)
                .isEqualTo(night)
                .containsExactly(
                        new Slot("HOURLY 2026-11-24T06:00:00Z", MORNING),
                        new Slot("HOURLY 2026-11-24T07:00:00Z", MORNING.plusSeconds(3600)));
    }

    private static Told told(AlertType type, UUID slip, Wishes wishes, Instant now) {
        return Telling.of(reached(type, Optional.of(slip), Role.STAKEHOLDER), wishes, PARIS, List.of(), SLIPS, now);
    }

    @Test
    @DisplayName("what one slip has moved is mailed together, a little after the first of it; programs do not wait")
    void what_a_slip_has_moved_is_one_mail() {
        UUID slip = UUID.randomUUID();
        Instant day = NIGHT.plusSeconds(12 * 3600);
        Told milestone = told(AlertType.MS_05, slip, Wishes.NONE, day);

        assertThat(milestone.sendAt()).isEqualTo(day);
        assertThat(milestone.digests()).hasSize(5).startsWith(new Slot("SLIP " + slip + " 1", day.plusSeconds(5)));
        assertThat(told(AlertType.FC_01, slip, Wishes.NONE, day)).isEqualTo(milestone);
        assertThat(told(AlertType.MS_06, slip, Wishes.NONE, day)).isEqualTo(milestone);
    }

    @Test
    @DisplayName("N-3: what one slip has moved waits for the morning with all of it")
    void what_a_slip_has_moved_at_night_is_one_mail_in_the_morning() {
        UUID slip = UUID.randomUUID();

        assertThat(told(AlertType.MS_05, slip, sleeping(Map.of()), NIGHT).digests())
                .startsWith(new Slot("SLIP " + slip + " 1", MORNING));
        assertThat(told(AlertType.MS_05, slip, sleeping(Map.of()), MORNING.minusSeconds(3))
                        .digests())
                .startsWith(new Slot("SLIP " + slip + " 1", MORNING.plusSeconds(2)));
    }

    @Test
    void what_is_wanted_daily_or_is_of_no_slip_waits_for_no_other() {
        UUID slip = UUID.randomUUID();
        Wishes daily = new Wishes(Optional.empty(), Map.of(AlertType.MS_05, new Choice(Set.of(EMAIL), Digest.DAILY)));

        assertThat(told(AlertType.MS_05, slip, daily, NIGHT).digests())
                .extracting(Slot::key)
                .containsExactly("DAILY 2026-11-24", "DAILY 2026-11-25");
        assertThat(told(AlertType.MS_03, slip, Wishes.NONE, NIGHT).digests()).isEmpty();
        assertThat(told(AlertType.MS_08, slip, Wishes.NONE, NIGHT))
                .isEqualTo(new Told(Set.of(PORTAL, EMAIL, WEBHOOK), NIGHT));
    }
}
