package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.sse.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.cockpit.page.OverviewReading.Asked;
import tranche.portal.frame.page.Zones;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("An overview that is watched")
class FollowedRaiseTest {

    private static PortalProcess portal;

    private final UUID programme = UUID.randomUUID();
    private final Asked asked = new Asked(programme, false, FollowedRaise.MOST_CHANGES);
    private final List<Event<String>> told = new ArrayList<>();
    private final List<Instant> readings = new ArrayList<>();
    private long heard;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.demo();
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    @BeforeEach
    void isThere() {
        portal.sql("insert into raise_programme (programme_id, name, headline, claimed, sample) values ('" + programme
                + "', 'Chips', 'USD', '2025-01-01', false)");
        happened(1);
    }

    private void happened(int sequence) {
        portal.sql(
                "insert into raise_change (event_id, kind, type, recorded_at, effective, actor, key, sequence, version,"
                        + " programme_id) values (gen_random_uuid(), 'PROGRAMME_CREATED', 'x', '2025-01-01T00:00:00Z',"
                        + " '2025-01-01', gen_random_uuid(), '" + programme + "', " + sequence + ", 1, '" + programme
                        + "')");
        heard++;
    }

    private static Visitor with(Role... roles) {
        UUID id = PortalProcess.id("fund-manager");
        List<Grant> grants = new ArrayList<>();
        for (Role role : roles) {
            grants.add(new Grant(role, Scope.DEPLOYMENT));
        }
        return new Visitor(
                "Ana",
                new Actor(id, id, new Access(grants)),
                new Reader(Locale.ENGLISH, Theme.SYSTEM, Zones.UTC),
                "csrf",
                Optional.empty());
    }

    /** A page that has what is given, and whose readings are counted. */
    private FollowedRaise page(Optional<ToldOverview> has) {
        OverviewReading reading = portal.bean(OverviewReading.class);
        FollowedRaise.Source source = new FollowedRaise.Source() {
            @Override
            public long heard() {
                return heard;
            }

            @Override
            public Optional<Overview> of(Visitor visitor, Asked what, Instant now) {
                readings.add(now);
                return reading.of(visitor, what, now);
            }
        };
        return new FollowedRaise(source, portal.bean(LiveFragments.class), asked, has);
    }

    private Optional<ToldOverview> shown(Visitor visitor) {
        Overview now = portal.bean(OverviewReading.class)
                .of(visitor, asked, portal.bean(LiveFragments.class).now(visitor.reader()))
                .orElseThrow();
        return Optional.of(new ToldOverview(now.places(), Optional.of(now.mark())));
    }

    @Test
    void is_read_anew_once_there_is_news_and_never_by_the_clock() {
        Visitor manager = with(Role.FUND_MANAGER);
        FollowedRaise page = page(shown(manager));

        page.tell(manager, told::add);
        page.tell(manager, told::add);
        assertThat(readings).hasSize(1);
        assertThat(told).as("it has all that there is").isEmpty();

        happened(2);
        page.tell(manager, told::add);
        page.tell(manager, told::add);
        assertThat(readings).hasSize(2);
        assertThat(told).extracting(Event::getName).containsExactly("feed");
    }

    @Test
    void is_read_anew_by_whoever_may_see_something_else_now() {
        FollowedRaise page = page(shown(with(Role.FUND_MANAGER)));
        page.tell(with(Role.FUND_MANAGER), told::add);

        page.tell(with(Role.STAKEHOLDER), told::add);

        assertThat(readings).hasSize(2);
    }

    @Test
    void is_told_nothing_again_when_it_comes_back_with_what_it_was_told() {
        Visitor manager = with(Role.FUND_MANAGER);
        FollowedRaise page = page(shown(manager));
        page.tell(manager, told::add);
        portal.sql("insert into raise_fund values ('" + UUID.randomUUID() + "', '" + programme
                + "', 'Fab Fund', 'USD', null, false)");
        happened(2);
        page.tell(manager, told::add);
        assertThat(told).extracting(Event::getName).containsExactly("feed", "part");
        Optional<ToldOverview> before = ToldOverview.parse(told.getFirst().getId());
        Optional<ToldOverview> last = ToldOverview.parse(told.getLast().getId());
        told.clear();

        page(last).tell(manager, told::add);
        assertThat(told).isEmpty();

        page(before).tell(manager, told::add);
        assertThat(told)
                .as("the line came, the rest was lost")
                .extracting(Event::getName)
                .containsExactly("part");
    }

    @Test
    void learns_of_what_it_does_not_show_by_a_sign_of_life() {
        Visitor manager = with(Role.FUND_MANAGER);
        FollowedRaise page = page(shown(manager));
        page.tell(manager, told::add);

        portal.sql("update raise_programme set name = 'More chips' where programme_id = '" + programme + "'");
        heard++;
        page.tell(manager, told::add);

        assertThat(told).extracting(Event::getName).containsExactly("beat");
        assertThat(ToldOverview.parse(told.getFirst().getId())).isEqualTo(shown(manager));
    }

    @Test
    void says_what_it_has_as_the_id_of_its_last_event() {
        ToldOverview has = new ToldOverview(new FeedPlaces(12, 7), Optional.of("9f3c"));

        assertThat(has.text()).isEqualTo("12.7.9f3c");
        assertThat(ToldOverview.parse("12.7.9f3c")).contains(has);
        assertThat(ToldOverview.parse("12.7")).contains(new ToldOverview(new FeedPlaces(12, 7), Optional.empty()));
        assertThat(ToldOverview.parse("12")).isEmpty();
        assertThat(ToldOverview.parse("12.7.mark")).isEmpty();
    }
}
