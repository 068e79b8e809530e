package tranche.portal.drawdown.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a text is gone and what is new, by its words: the longest run of words that both have stays.
 *
 * @param pieces in the order in which they are read; what is gone stands before what has come in its place
 */
public record TextChange(List<Piece> pieces) {

    /** Longer texts are told as a whole: nobody reads what would be found. */
    private static final int MOST_WORDS = 600;

    /** What became of a piece of the text. */
    public enum Fate {
        KEPT,
        GONE,
        NEW
    }

    /** Words that share a fate, with one space between any two. */
    public record Piece(Fate fate, String text) {}

    public TextChange {
        pieces = List.copyOf(pieces);
    }

    public static TextChange between(String was, String is) {
        String[] before = words(was);
        String[] after = words(is);
        if (before.length > MOST_WORDS || after.length > MOST_WORDS) {
            return new TextChange(List.of(new Piece(Fate.GONE, was), new Piece(Fate.NEW, is)));
        }
        int[][] common = common(before, after);
        Pieces pieces = new Pieces();
        int old = 0;
        int now = 0;
        while (old < before.length || now < after.length) {
            if (old < before.length && now < after.length && before[old].equals(after[now])) {
                pieces.add(Fate.KEPT, before[old++]);
                now++;
            } else if (old < before.length && (now == after.length || common[old + 1][now] >= common[old][now + 1])) {
                pieces.add(Fate.GONE, before[old++]);
            } else {
                pieces.add(Fate.NEW, after[now++]);
            }
        }
        return new TextChange(pieces.all());
    }

    private static String[] words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? new String[0] : stripped.split("\\s+", -1);
    }

    /** How many words the rests from two places on have in common. */
    private static int[][] common(String[] before, String[] after) {
        int[][] common = new int[before.length + 1][after.length + 1];
        for (int old = before.length - 1; old >= 0; old--) {
            for (int now = after.length - 1; now >= 0; now--) {
                common[old][now] = before[old].equals(after[now])
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    private static final class Pieces {
        private final List<Piece> done = new ArrayList<>();

        void add(Fate fate, String word) {
            if (!done.isEmpty() && done.getLast().fate() == fate) {
                Piece last = done.removeLast();
                done.add(new Piece(fate, last.text() + " " + word));
            } else {
                done.add(new Piece(fate, word));
            }
        }

        List<Piece> all() {
            return done;
        }
    }
}
