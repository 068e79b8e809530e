package tranche.launcher.verify;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tranche.auditor.Check;
import tranche.auditor.Progress;

/** Says now and then how far the auditor is; where there is little to do it says nothing. */
final class ProgressLine implements Progress {

    /** Some seconds of work. */
    private static final long STEP = 50_000;

    private final PrintStream out;
    private final Map<Check, Long> told = new EnumMap<>(Check.class);

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(Check check, long checked) {
        if (checked >= told.getOrDefault(check, 0L) + STEP) {
            told.put(check, checked);
            out.printf(Locale.ROOT, "verify: %s, %,d %s so far%n", check, checked, check.unit());
        }
    }
}
