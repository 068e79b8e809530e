package tranche.auditor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tranche.auditor.database.Values;

/** Collects what was checked and what did not hold; of each check it keeps the first findings and counts the rest. */
public final class Findings {

    /** Enough to see what happened; a check that fails everywhere would fill the memory. */
    private static final int MOST_KEPT = 20;

    private static final class Result {
        private final List<Finding> first = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private long checked;
        private long violations;
        private long moreNotes;
    }

    private final Map<Check, Result> results = new EnumMap<>(Check.class);
    private final Progress progress;

    Findings(Progress progress) {
        this.progress = progress;
        for (Check check : Check.values()) {
            results.put(check, new Result());
        }
    }

    private Result of(Check check) {
        Result result = results.get(check);
        if (result == null) {
            throw new IllegalStateException("every check has a result");
        }
        return result;
    }

    /** Things of a check were looked at. */
    public void checked(Check check, long number) {
        Result result = of(check);
        result.checked += number;
        progress.at(check, result.checked);
    }

    /** Something does not hold. */
    public void add(Check check, String table, Object id, @Nullable Object expected, @Nullable Object found) {
        Result result = of(check);
        result.violations++;
        if (result.first.size() < MOST_KEPT) {
            result.first.add(new Finding(check, table, Values.text(id), Values.text(expected), Values.text(found)));
        }
    }

    /** Something that holds and is worth knowing. */
    public void note(Check check, String text) {
        Result result = of(check);
        if (result.notes.size() < MOST_KEPT) {
            result.notes.add(text);
        } else {
            result.moreNotes++;
        }
    }

    Report report() {
        List<Report.Result> list = new ArrayList<>();
        results.forEach((check, result) -> {
            List<String> notes = new ArrayList<>(result.notes);
            if (result.moreNotes > 0) {
                notes.add("and " + result.moreNotes + " more");
            }
            list.add(new Report.Result(check, result.checked, result.violations, result.first, notes));
        });
        return new Report(list);
    }
}
