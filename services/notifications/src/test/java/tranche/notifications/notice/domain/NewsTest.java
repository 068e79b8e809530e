package tranche.notifications.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.News.Heard;
import tranche.values.actor.Role;

@DisplayName("N-6: what is settled is superseded")
class NewsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final UUID CALL = UUID.randomUUID();
    private static final UUID INVESTOR = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final UUID TOOLS = UUID.randomUUID();
    private static final Audience CONTACTS = Audience.of(UUID.randomUUID(), UUID.randomUUID(), INVESTOR, Role.INVESTOR);

    private static Notice told(AlertType type, UUID... parts) {
        return caused(type, UUID.randomUUID(), parts);
    }

    private static Notice caused(AlertType type, UUID cause, UUID... parts) {
        Subject call = new Subject(Subject.Kind.CAPITAL_CALL, CALL);
        return new Notice(type, cause, "tranche.commitments.Any", NOW, call, CONTACTS, Set.of(parts), Map.of());
    }

    private static Settling settling(Turn turn, UUID subject, UUID investor, UUID... parts) {
        return new Settling(turn, UUID.randomUUID(), NOW, subject, Optional.of(investor), Set.of(parts));
    }

    private static Heard said(Notice notice) {
        return new Heard(Optional.of(notice), Optional.empty());
    }

    private static Heard done(Settling settling) {
        return new Heard(Optional.empty(), Optional.of(settling));
    }

    private static Map<UUID, Settling> settled(Heard... heard) {
        return News.of(Arrays.asList(heard)).settled();
    }

    @Test
    void by_what_comes_later_and_by_the_first_that_does() {
        Notice due = told(AlertType.CC_04);
        Settling overdue = settling(Turn.LINE_DUE, CALL, INVESTOR);
        Settling paid = settling(Turn.LINE_PAID, CALL, INVESTOR);

        assertThat(settled(said(due), done(overdue), done(paid))).isEqualTo(Map.of(due.id(), overdue));
        assertThat(settled(done(paid), said(due))).isEmpty();
    }

    @Test
    void not_where_it_is_another_s_or_of_another_thing_or_type() {
        Heard due = said(told(AlertType.CC_04));

        assertThat(settled(due, done(settling(Turn.LINE_PAID, CALL, UUID.randomUUID()))))
                .isEmpty();
        assertThat(settled(due, done(settling(Turn.LINE_PAID, UUID.randomUUID(), INVESTOR))))
                .isEmpty();
        assertThat(settled(due, done(settling(Turn.FORECAST_TOLD, CALL, INVESTOR))))
                .isEmpty();
    }

    @Test
    void by_what_speaks_of_all_that_it_speaks_of() {
        Notice both = told(AlertType.FC_01, SHELL, TOOLS);
        Settling one = settling(Turn.FORECAST_TOLD, CALL, INVESTOR, SHELL);
        Settling all = settling(Turn.FORECAST_TOLD, CALL, INVESTOR, TOOLS, SHELL, UUID.randomUUID());

        assertThat(settled(said(both), done(one))).isEmpty();
        assertThat(settled(said(both), done(one), done(all))).isEqualTo(Map.of(both.id(), all));
    }

    @Test
    @DisplayName("N-8: a call is unsaid by its withdrawal, and not by its payment")
    void a_call_is_a_notice_until_it_is_withdrawn() {
        Notice call = told(AlertType.CC_03);
        Settling withdrawn = settling(Turn.LINE_REVERSED, CALL, INVESTOR);

        assertThat(settled(said(call), done(settling(Turn.LINE_PAID, CALL, INVESTOR))))
                .isEmpty();
        assertThat(settled(said(call), done(withdrawn))).isEqualTo(Map.of(call.id(), withdrawn));
    }

    @Test
    void an_event_that_is_told_twice_does_not_settle_itself() {
        UUID cause = UUID.randomUUID();
        Settling overdue = new Settling(Turn.LINE_DUE, cause, NOW, CALL, Optional.of(INVESTOR), Set.of());
        Heard heard = new Heard(Optional.of(caused(AlertType.CC_04, cause)), Optional.of(overdue));

        assertThat(News.of(List.of(heard, heard)).settled()).isEmpty();
    }
}
