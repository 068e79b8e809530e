package tranche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededIdsTest {

    @Test
    void gives_the_same_ids_for_the_same_seed_and_others_for_another() {
        assertThat(first(7)).isEqualTo(first(7)).isNotEqualTo(first(8));
        assertThat(new SeededIds(7).secret(16)).isEqualTo(new SeededIds(7).secret(16));
        assertThat(new SeededIds(7).chance()).isBetween(0.0, 1.0);
    }

    @Test
    void gives_ascending_ids_of_version_seven() {
        SeededIds ids = new SeededIds(7);
        var thousand = Stream.generate(ids::next).limit(1_000).toList();

        assertThat(thousand).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(thousand.stream().map(UUID::toString)).isSorted();
    }

    private static UUID first(long seed) {
        return new SeededIds(seed).next();
    }
}
