package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ShelfProperties {

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
        Shelf<CommitmentId, Integer> shelf = Shelf.empty();
        for (int i = 0; i < Closing.MOST_COMMITMENTS; i++) {
            shelf = shelf.with(Books.commitment(i), i);
        }

        assertThat(shelf.values()).hasSize(Closing.MOST_COMMITMENTS);
        assertThat(shelf.depth()).isLessThan(60);
    }
}
