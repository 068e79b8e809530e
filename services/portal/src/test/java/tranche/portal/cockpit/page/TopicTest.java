package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What an open page follows")
class TopicTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void is_an_overview_with_its_largest_funds_or_with_all() {
        assertThat(Topic.parse("overview:" + ID)).contains(new Topic.OfProgramme(ID, false));
        assertThat(Topic.parse("overview:" + ID + ":all")).contains(new Topic.OfProgramme(ID, true));
    }

    @Test
    void is_one_object_or_a_list() {
        assertThat(Topic.parse("commitment:" + ID)).contains(new Topic.OfCommitment(ID));
        assertThat(Topic.parse("commitments")).contains(new Topic.OfCommitments());
        assertThat(Topic.parse("calls:" + ID)).contains(new Topic.OfCalls(Optional.of(ID)));
        assertThat(Topic.parse("counts")).contains(new Topic.OfCounts());
        assertThat(Topic.parse("calls")).contains(new Topic.OfCalls(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "overview",
                "overview:",
                "overview::all",
                "overview:all",
                "commitments:1",
                "counts:1",
                "weather"
            })
    void is_nothing_else(String text) {
        assertThat(Topic.parse(text)).isEmpty();
    }
}
