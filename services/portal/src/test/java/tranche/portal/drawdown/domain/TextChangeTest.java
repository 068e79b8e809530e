package tranche.portal.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.domain.TextChange.Fate.GONE;
import static tranche.portal.drawdown.domain.TextChange.Fate.KEPT;
import static tranche.portal.drawdown.domain.TextChange.Fate.NEW;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.drawdown.domain.TextChange.Piece;

@DisplayName("What changed of a text")
class TextChangeTest {

    @Test
    void is_told_by_its_words() {
        assertThat(TextChange.between("First tools of the fab", "First tools of a second fab")
                        .pieces())
                .containsExactly(
                        new Piece(KEPT, "First tools of"),
                        new Piece(GONE, "the"),
                        new Piece(NEW, "a second"),
                        new Piece(KEPT, "fab"));
        assertThat(TextChange.between("", "New").pieces()).containsExactly(new Piece(NEW, "New"));
        assertThat(TextChange.between("Same", " Same ").pieces()).containsExactly(new Piece(KEPT, "Same"));
    }

    @Test
    void is_told_as_a_whole_where_nobody_would_read_it_word_by_word() {
        assertThat(TextChange.between("a ".repeat(601), "b").pieces())
                .containsExactly(new Piece(GONE, "a ".repeat(601)), new Piece(NEW, "b"));
    }
}
