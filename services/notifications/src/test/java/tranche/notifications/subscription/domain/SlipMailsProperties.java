package tranche.notifications.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.Wishes;
import tranche.values.actor.Role;

class SlipMailsProperties {

    private static final List<AlertType> TYPES = List.of(AlertType.values());
    private static final Instant BEGIN = Instant.parse("2026-10-24T00:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Mails as they are gathered: each of a key takes what comes before its time. */
    @Property(tries = 500)
    void a_mail_holds_what_one_slip_has_moved_and_nobody_is_woken_for_it(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 34) Integer> types,
            @ForAll @LongRange(max = 3 * 24 * 60 * 60) long second,
            @ForAll @IntRange(max = 60) int pause,
            @ForAll @IntRange(max = 24 * 60 - 1) int from,
            @ForAll @IntRange(max = 24 * 60 - 1) int to) {
        QuietHours quiet = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        Wishes wishes = new Wishes(Optional.of(quiet), Map.of());
        SlipMails slips = new SlipMails(Duration.ofSeconds(pause));
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);
        Map<String, UUID> mails = new HashMap<>();
        for (int step = 0; step < types.size(); step++) {
            AlertType type = TYPES.get(types.get(step) % TYPES.size());
            UUID slip = step % 3 == 0 ? other : one;
            Instant now = BEGIN.plusSeconds(second + step);
            Told told = Telling.of(
                    new Reached(
                            UUID.randomUUID(),
                            type,
                            UUID.randomUUID(),
                            Optional.of(slip),
                            UUID.randomUUID(),
                            Set.of(Role.STAKEHOLDER),
                            Set.of()),
                    wishes,
                    PARIS,
                    List.of(),
                    slips,
                    now);

            boolean isOfSlip =
                    Set.of(AlertType.MS_05, AlertType.MS_06, AlertType.FC_01).contains(type);
            assertThat(told.digests().isEmpty()).as("%s", type).isNotEqualTo(isOfSlip);
            assertThat(told.digests())
                    .extracting(Slot::key)
                    .doesNotHaveDuplicates()
                    .allMatch(Slot::isOfSlip);
            for (Slot slot : told.digests()) {
                assertThat(mails.merge(slot.key(), slip, (first, _) -> first)).isEqualTo(slip);
                assertThat(slot.sendAt()).isAfterOrEqualTo(now.plusSeconds(pause));
                assertThat(quiet.sendAt(slot.sendAt(), PARIS)).as("awake").isEqualTo(slot.sendAt());
            }
        }
    }
}
