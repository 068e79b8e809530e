package tranche.portal.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.domain.TextChange.Fate.GONE;
import static tranche.portal.drawdown.domain.TextChange.Fate.NEW;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import tranche.portal.drawdown.domain.TextChange.Fate;
import tranche.portal.drawdown.domain.TextChange.Piece;

/** Without what is new it is the old text, without what is gone the new one. */
class TextChangeProperties {

    @Property
    void loses_no_word(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 20) String was,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 20) String is) {
        String before = spaced(was);
        String after = spaced(is);
        TextChange change = TextChange.between(before, after);

        assertThat(without(change, NEW)).isEqualTo(before);
        assertThat(without(change, GONE)).isEqualTo(after);
    }

    private static String spaced(String letters) {
        return letters.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static String without(TextChange change, Fate fate) {
        return change.pieces().stream()
                .filter(piece -> piece.fate() != fate)
                .map(Piece::text)
                .collect(Collectors.joining(" "));
    }
}
