package tranche.values.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ShelfProperties {

    /** As many as one closing has commitments, or one plan milestones. */
    private static final int MANY = 10_000;

    @Property
    void holds_what_a_sorted_map_holds(@ForAll List<Integer> keys) {
        Map<Integer, String> expected = new TreeMap<>();
        Shelf<Integer, String> shelf = Shelf.empty();
        for (int i = 0; i < keys.size(); i++) {
            expected.put(keys.get(i), "v" + i);
            shelf = shelf.with(keys.get(i), "v" + i);
        }

        assertThat(shelf.values()).containsExactlyElementsOf(expected.values());
        for (Integer key : keys) {
            assertThat(shelf.get(key)).contains(expected.get(key));
        }
        assertThat(Shelf.of(expected)).isEqualTo(shelf);
    }

    @Property
    void never_changes_an_earlier_copy(@ForAll List<Byte> keys) {
        List<Shelf<Byte, Integer>> copies = new ArrayList<>();
        Shelf<Byte, Integer> shelf = Shelf.empty();
        List<List<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            copies.add(shelf);
            seen.add(shelf.values());
            shelf = shelf.with(keys.get(i), i);
        }

        for (int i = 0; i < copies.size(); i++) {
            assertThat(copies.get(i).values()).isEqualTo(seen.get(i));
        }
    }

    @Property(tries = 1)
    void stays_shallow_for_ten_thousand_ids_in_their_order() {
        Shelf<UUID, Integer> shelf = Shelf.empty();
        for (int i = 0; i < MANY; i++) {
            shelf = shelf.with(new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | i), i);
        }

        assertThat(shelf.values()).hasSize(MANY);
        assertThat(shelf.depth()).isLessThan(60);
    }
}
